import CLCore
import Testing

/// Fine-tuning on all but the last samples of each task, which notes the first pixel of all it sees.
private struct Watcher: Strategy {
  var name: String { "watcher" }
  let held: Int
  var seen: Set<[Real]> = []

  func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    number == 0 ? Phase([task], training.length, heldBack: held) : nil
  }

  mutating func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: inout Learner
  ) -> Variable {
    for row in 0..<batch.count { seen.insert(batch.inputs.rows(row..<row + 1).values) }
    return learner.crossEntropy(batch, at: theta)
  }
}

@Suite("Samples held back")
struct HeldBackTests {
  @Test("are never drawn, and all others are", arguments: [0, 1, 30])
  func heldBack(count: Int) throws {
    for length in [Training.Length.iterations(10), .epochs(2)] {
      let training = Training(length: length, batchSize: 16, resetsOptimizer: false)
      var run = try smallRun(Watcher(held: count), .task, training: training)
      try run.learnTask()
      let seen = try #require(run.strategy as? Watcher).seen
      let all = Batch(run.stream[0], Array(0..<80)).inputs
      let rows = (0..<80).map { all.rows($0..<$0 + 1).values }
      #expect(rows.suffix(count).allSatisfy { !seen.contains($0) })
      #expect(rows.dropLast(count).allSatisfy { seen.contains($0) })
    }
  }
}
