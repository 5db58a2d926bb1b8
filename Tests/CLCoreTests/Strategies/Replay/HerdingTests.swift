import CLCore
import TestSupport
import Testing

@Suite("Herding")
struct HerdingTests {
  /// ‖µ − mean of the picked rows‖, in double precision.
  private func distance(_ features: Tensor, _ picks: [Int]) -> Double {
    let (n, d) = (features.shape[0], features.shape[1])
    return (0..<d).map { j in
      let mean = (0..<n).map { Double(features[$0, j]) }.reduce(0, +) / Double(n)
      let own = picks.map { Double(features[$0, j]) }.reduce(0, +) / Double(picks.count)
      return (mean - own) * (mean - own)
    }.reduce(0, +).squareRoot()
  }

  @Test("makes of each pick the best one given the earlier picks", arguments: 1...20)
  func greedy(seed: UInt64) {
    var random = Random(seed: seed, "features")
    let features = (random.tensor([12, 4]) + (seed % 2 == 0 ? 1 : 0)).normalizedRows
    let order = features.herded(12)
    #expect(order.sorted() == Array(0..<12))
    for k in 0..<12 {
      let earlier = Array(order.prefix(k))
      let best =
        (0..<12).filter { !earlier.contains($0) }
        .map { distance(features, earlier + [$0]) }.min() ?? 0
      #expect(distance(features, Array(order.prefix(k + 1))) <= best + 1e-6)
    }
  }

  @Test("of fewer rows is a prefix, and of none is nothing")
  func prefix() {
    var random = Random(seed: 1, "features")
    let features = random.tensor([30, 5])
    let order = features.herded(40)
    #expect(order.count == 30)
    for count in [0, 1, 7, 29] { #expect(features.herded(count) == Array(order.prefix(count))) }
    #expect(Tensor.zeros([0, 5]).herded(3) == [])
  }

  @Test("comes closer to the mean than random rows do")
  func closer() {
    var random = Random(seed: 2, "features")
    let features = (random.tensor([200, 8]) + 0.5).normalizedRows
    let herded = distance(features, features.herded(10))
    let drawn = (0..<50).map { _ in
      distance(features, Array(random.permutation(200).prefix(10)))
    }
    #expect(drawn.allSatisfy { herded < $0 })
    #expect(herded < drawn.reduce(0, +) / 50 / 3)
  }

  @Test("rows of length 1 keep their direction, and a row of zeros stays")
  func normalized() {
    let rows = Tensor([3, 4, 0, 0, -5, 0], [3, 2]).normalizedRows
    expectClose(rows, Tensor([0.6, 0.8, 0, 0, -1, 0], [3, 2]))
  }
}
