import CLCore
import Testing

/// Fine-tuning on two tasks' samples but for some of the second one's, which notes all inputs it sees.
private struct Watcher: Strategy {
  var name: String { "watcher" }
  let held: [Int]
  var seen: Set<[Real]> = []

  func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    number == 0 ? Phase(earlier + [task], training.length, heldBack: held) : nil
  }

  mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    for row in 0..<batch.count { seen.insert(batch.inputs.rows(row..<row + 1).values) }
  }
}

@Suite("Samples held back")
struct HeldBackTests {
  @Test(
    "are in no batch, and all others of all tasks are",
    arguments: [[], [79], [0, 3, 40, 41, 78], Array(0..<30)])
  func heldBack(held: [Int]) throws {
    for length in [Training.Length.iterations(20), .epochs(2)] {
      let training = Training(length: length, batchSize: 16, resetsOptimizer: false)
      var run = try smallRun(Watcher(held: held), .domain, training: training)
      for tasks in 1...2 {
        run.strategy = Watcher(held: held)
        try run.learnTask()
        let seen = try #require(run.strategy as? Watcher).seen
        for task in run.stream.prefix(tasks) {
          let all = Batch(task, Array(0..<80)).inputs
          for row in 0..<80 {
            let isHeld = task.index == tasks - 1 && held.contains(row)
            #expect(
              seen.contains(all.rows(row..<row + 1).values) != isHeld, "\(task.index), \(row)")
          }
        }
      }
    }
  }

  @Test("are drawn: of a task whose classes come one after the other, some of each")
  func drawn() throws {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .task)
    let task = stream[1]
    let order = task.classes.flatMap { task.train.positions(of: $0) }
    let sorted = Experience(
      index: 1, name: task.name, train: task.train.subset(order), test: task.test,
      classes: task.classes)
    let network = MLP(inputs: 36, hidden: [16, 12], outputs: stream.outputs)
    var learner = Learner(network, Adam(), for: stream, seed: 1)
    var method = CPG(heldBack: 0.2)
    let before = learner.random
    method.willLearn(sorted, &learner)
    let phases = (0..<2).compactMap { number in
      method.phase(number, of: sorted, after: [stream[0]], Training(iterations: 1), &learner)
    }
    try #require(phases.count == 2)
    // The same set from the first phase of the task to its last, whatever was drawn between them.
    #expect(phases[0].heldBack == phases[1].heldBack && learner.random != before)
    let labels = phases[0].heldBack.map { sorted.train.label(at: $0) }
    #expect(labels.count == 16 && Set(labels) == Set(task.classes))
  }
}
