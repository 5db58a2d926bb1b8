import CLCore
import Exercise

/// Reservoir sampling (Vitter 1985, algorithm R) with given random numbers.
struct ReservoirCheck: Check {
  let place = "05-icarl/reservoir"
  let trials = [
    Trial("while there is room everything stays") { random in
      let stream = Array(random.permutation(90).prefix(4))
      return Question(
        Call("reservoir", [Value(stream), Value([6]), Value(random.uniform([4], in: 0...0.99))]),
        gives: Value(stream))
    },
    Trial("a longer stream") { random in question(&random) },
  ]

  private static func question(_ random: inout Random) -> Question {
    let (samples, capacity) = (20, 4)
    let (stream, draws) = random.draw { random in
      let stream = Array(random.permutation(90).prefix(samples))
      // Away from the ends of the shares, where a rounding would decide.
      let draws = (0..<samples).map { n in
        Real((Double(random.below(n + 1)) + random.uniform(in: 0.1...0.9)) / Double(n + 1))
      }
      return (stream, Tensor(draws))
    } until: { stream, draws in
      let ways: [(Int) -> Int] = [{ $0 + 1 }, { $0 }, { _ in capacity }, { _ in samples }]
      let memories = ways.map { Value(memory(stream, capacity, draws, outOf: $0)) }
      return (memories + [Value(Array(stream.prefix(capacity))), Value(ring(stream, capacity))])
        .areApart
    }
    func gives(outOf m: (Int) -> Int) -> Value { Value(memory(stream, capacity, draws, outOf: m)) }
    return Question(
      Call("reservoir", [Value(stream), Value([capacity]), Value(draws)]),
      gives: gives { $0 + 1 },
      slips: [
        Slip(
          "one-short",
          "You draw from n places. Samples 0 to n are n + 1: as it is, the first sample after the memory is "
            + "full always stays.",
          gives: gives { $0 }, level: .almost),
        Slip(
          "always-kept",
          "Every sample takes a place: the memory is full of what came last. A sample is kept with probability "
            + "capacity / m.",
          gives: gives { _ in capacity }),
        Slip(
          "whole-stream",
          "You draw from as many places as the stream is long. Nobody knows that length while the stream runs, "
            + "and early samples would stay too often.", gives: gives { _ in samples }),
        Slip(
          "first-ones", "The memory never changes when it is full: it keeps the first samples.",
          gives: Value(Array(stream.prefix(capacity)))),
        Slip(
          "latest-ones",
          "The memory is a ring: it keeps the latest samples, whatever was drawn.",
          gives: Value(ring(stream, capacity))),
      ])
  }

  /// The memory when sample n draws its place from `m(n)`.
  private static func memory(
    _ stream: [Int], _ capacity: Int, _ draws: Tensor, outOf m: (Int) -> Int
  ) -> [Int] {
    var memory = Array(stream.prefix(capacity))
    for n in capacity..<stream.count {
      let place = Int(draws[n] * Real(m(n)))
      if place < capacity { memory[place] = stream[n] }
    }
    return memory
  }

  private static func ring(_ stream: [Int], _ capacity: Int) -> [Int] {
    var memory = Array(stream.prefix(capacity))
    for n in capacity..<stream.count { memory[n % capacity] = stream[n] }
    return memory
  }
}
