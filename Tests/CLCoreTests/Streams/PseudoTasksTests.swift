import CLCore
import TestSupport
import Testing

@Suite("A blurred stream, cut at pseudo-boundaries")
struct PseudoTasksTests {
  private func blurred(
    _ scenario: Scenario = .class, every: Int? = nil
  ) throws -> TaskFree {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: scenario)
    return TaskFree(
      stream, iterationsPerTask: 30, window: 20, seed: 4, pseudoBoundaryEvery: every)
  }

  @Test("holds the samples of each iteration in their order")
  func order() throws {
    let free = try blurred()
    let stretches = try free.pseudoTasks(batchSize: 8)
    #expect(stretches.map(\.train.count) == [240, 240, 240])
    for i in [0, 29, 30, 64, 89] {
      let (stretch, first) = (stretches[i / 30], i % 30 * 8)
      let expected = free.samples(at: i, count: 8).map {
        free.stream[$0.task].train.rows[$0.position]
      }
      #expect(Array(stretch.train.rows[first..<first + 8]) == expected)
    }
  }

  @Test("is met once and in order by a run, whatever length the training has")
  func metOnce() throws {
    let stretches = try blurred().pseudoTasks(batchSize: 8)
    let network = MLP(inputs: 36, hidden: [8], outputs: stretches.outputs)
    let learner = Learner(network, SGD(rate: 0.1), for: stretches, seed: 1)
    var run = try Run(
      FineTuning(), learner, on: stretches, Training(iterations: 1000, batchSize: 8), seed: 1)
    var byHand = learner
    try run.finish()
    for stretch in stretches {
      for first in stride(from: 0, to: 240, by: 8) {
        byHand.step(byHand.gradient(Batch(stretch, Array(first..<first + 8))))
      }
    }
    #expect(run.stepsMade == 90)
    expectSameBits(run.learner.theta, byHand.theta, "θ")
  }

  @Test("is tested on the task in the middle of a stretch")
  func tested() throws {
    let free = try blurred(every: 15)
    let stretches = try free.pseudoTasks(batchSize: 2)
    #expect(stretches.count == 6)
    #expect(stretches.map(\.test.rows) == [0, 0, 1, 1, 2, 2].map { free.stream[$0].test.rows })
  }

  @Test("is refused where there would be a task to tell, or where tasks transform their images")
  func refused() throws {
    #expect(throws: StreamError.boundariesNeeded) {
      try blurred(.task).pseudoTasks(batchSize: 2)
    }
    let permuted = try TaskStream.permuted(prototypes(), tasks: 2, scenario: .domain, seed: 1)
    let free = TaskFree(permuted, iterationsPerTask: 10, window: 4, seed: 1)
    #expect(throws: StreamError.tasksDiffer) { try free.pseudoTasks(batchSize: 2) }
  }
}
