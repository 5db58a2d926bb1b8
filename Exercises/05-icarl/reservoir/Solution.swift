import Exercise
import Theta

/// A memory of a few samples of a stream whose length nobody knows: at any time each of the samples met is in it with the
/// same probability.
///
/// - Parameters:
///   - stream: the samples' numbers, in the order in which they come.
///   - capacity: how many places the memory has.
///   - draws: for each sample a number drawn from [0, 1), [samples].
/// - Returns: what is in the memory's places at the end of the stream.
func reservoir(stream: [Int], capacity: Int, draws: Tensor) throws -> [Int] {
  // BEGIN SOLUTION
  var memory: [Int] = []
  for (n, sample) in stream.enumerated() {
    if n < capacity {
      memory.append(sample)
      continue
    }
    let place = Int(draws[n] * Real(n + 1))
    if place < capacity { memory[place] = sample }
  }
  return memory
  // END SOLUTION
}
