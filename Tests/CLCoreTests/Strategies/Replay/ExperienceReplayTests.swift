import CLCore
import TestSupport
import Testing

@Suite("Experience replay")
struct ExperienceReplayTests {
  private static let memories = [
    Memory.reservoir(24), .ring(perTask: 8), .balanced(.each(4)), .balanced(.shared(24)),
  ]

  @Test("counts new samples 1/k and kept ones 1 − 1/k in task k", arguments: Scenario.allCases)
  func byTask(scenario: Scenario) throws {
    var run = try smallRun(ExperienceReplay(.balanced(.each(5)), batchSize: 7), scenario)
    for k in 1...3 {
      let task = run.stream[k - 1]
      let batch = Batch(task, Array(0..<10))
      let theta = Variable(run.learner.theta)
      var strategy = try #require(run.strategy as? ExperienceReplay)
      var (learner, random) = (run.learner, run.learner.random)
      let found = strategy.lossOfStep(batch, at: theta, task, &learner).value.scalar
      let new = learner.crossEntropy(batch, at: theta).value.scalar
      var expected = new / Real(k)
      if let kept = strategy.memory.sample(7, &random) {
        #expect(kept.count == 7 && k > 1)
        // One at a time, each with the outputs of its own task.
        for i in 0..<7 {
          let own = learner.crossEntropy(kept.rows(i..<i + 1), at: theta).value.scalar
          expected += (1 - 1 / Real(k)) * own / 7
        }
      }
      #expect(abs(found - expected) <= 1e-5 * expected)
      try run.learnTask()
    }
  }

  @Test("counts all samples of both batches alike when told so")
  func alike() throws {
    var run = try smallRun(
      ExperienceReplay(.reservoir(30), batchSize: 5, weighting: .alike), .task)
    try run.learnTask()
    let batch = Batch(run.stream[1], Array(0..<10))
    let theta = Variable(run.learner.theta)
    var strategy = try #require(run.strategy as? ExperienceReplay)
    var (learner, random) = (run.learner, run.learner.random)
    let found = strategy.lossOfStep(batch, at: theta, run.stream[1], &learner).value.scalar
    let kept = try #require(strategy.memory.sample(5, &random))
    let expected =
      (10 * learner.crossEntropy(batch, at: theta).value.scalar
        + 5 * learner.crossEntropy(kept, at: theta).value.scalar) / 15
    #expect(abs(found - expected) <= 1e-5 * expected)
  }

  @Test(
    "filled while learning, takes fine-tuning's steps in the first task, where kept samples count 0"
  )
  func first() throws {
    var plain = try smallRun(FineTuning(), .class)
    try plain.learnTask()
    var run = try smallRun(ExperienceReplay(.ring(perTask: 9), filling: .whileLearning), .class)
    try run.learnTask()
    expectSameBits(run.learner.theta, plain.learner.theta, "first task")
    #expect(run.costs.samples == 9)
    try run.finish()
    try plain.finish()
    #expect(run.costs.passes == plain.costs.passes)
  }

  @Test("fills its memory after a task or while learning it, and never holds more than its budget")
  func filling() throws {
    for memory in Self.memories {
      for filling in [ExperienceReplay.Filling.afterTask, .whileLearning] {
        var run = try smallRun(ExperienceReplay(memory, filling: filling), .class)
        #expect(run.costs.samples == 0)
        for _ in 0..<10 { _ = try run.advance() }
        #expect((run.costs.samples > 0) == (filling == .whileLearning))
        while try run.advance() != nil { #expect(run.costs.samples <= 24) }
        #expect(run.costs.samples == 24)
        let kept = try #require(run.strategy as? ExperienceReplay).memory
        let tasks = kept.batch(kept.positions).tasks
        #expect(Set(tasks) == [0, 1, 2])
      }
    }
  }
}
