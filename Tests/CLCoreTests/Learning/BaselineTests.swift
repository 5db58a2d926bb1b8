import CLCore
import TestSupport
import Testing

@Suite("Baselines")
struct BaselineTests {
  /// What the method answers for a task's test images, right after learning it and at the end.
  private func scoresThenAndNow(
    _ strategy: any Strategy, _ scenario: Scenario
  ) throws -> (then: [Int], now: [Int], run: Run) {
    var run = try smallRun(strategy, scenario)
    try run.learnTask()
    let then = run.predictions(on: run.stream[0])
    try run.finish()
    return (then, run.predictions(on: run.stream[0]), run)
  }

  @Test("fine-tuning forgets: in the class-incremental scenario nothing is left of the first task")
  func fineTuning() throws {
    var run = try smallRun(FineTuning(), .class)
    try run.finish()
    #expect(try #require(run.matrix[after: 1, on: 0]) > 0.9)
    #expect(try #require(run.matrix[after: 3, on: 0]) < 0.1)
  }

  @Test("joint training is the upper bound in every scenario", arguments: Scenario.allCases)
  func joint(scenario: Scenario) throws {
    var joint = try smallRun(Joint(), scenario)
    var fineTuning = try smallRun(FineTuning(), scenario)
    try joint.finish()
    try fineTuning.finish()
    let upper = try #require(joint.matrix.averageAccuracy)
    let lower = try #require(fineTuning.matrix.averageAccuracy)
    #expect(upper > (scenario == .class ? 0.8 : 0.9))
    #expect(upper >= lower)
  }

  @Test("joint training from scratch makes T (T + 1) / 2 times the steps of one task")
  func jointCost() throws {
    var scratch = try smallRun(Joint(), .class)
    var onwards = try smallRun(Joint(fromScratch: false), .class)
    try scratch.finish()
    try onwards.finish()
    #expect(scratch.stepsMade == 6 * 40)
    #expect(onwards.stepsMade == 3 * 40)
    #expect(scratch.costs.samples == 240)
  }

  @Test("joint training at the end trains on all data, after the last task alone")
  func jointAtTheEnd() throws {
    var run = try smallRun(Joint(atTheEnd: true), .class, seed: 2)
    let untrained = run.learner.theta
    try run.learnTask()
    try run.learnTask()
    expectSameBits(run.learner.theta, untrained, "θ")
    #expect(run.stepsMade == 0)
    try run.finish()
    #expect(run.stepsMade == 3 * 40)
    #expect(try #require(run.matrix.averageAccuracy) > 0.8)
    #expect(run.costs.samples == 240)
  }

  @Test("separate networks forget nothing: the answers stay the same to the bit")
  func separate() throws {
    let (then, now, run) = try scoresThenAndNow(SeparateNetworks(), .task)
    #expect(then == now)
    #expect(run.matrix[after: 1, on: 0] == run.matrix[after: 3, on: 0])
    #expect(run.costs.weights == 3 * run.learner.theta.count)
  }

  @Test("frozen features: below the head no weight moves after the first task, whatever momentum")
  func frozen() throws {
    for optimizer in [SGD(rate: 0.1), Momentum(rate: 0.05), Adam(rate: 0.01)] as [any Optimizer] {
      var run = try smallRun(FrozenFeatures(), .task, optimizer: optimizer)
      try run.learnTask()
      let before = run.learner
      try run.finish()
      for entry in before.network.layout.entries where !entry.name.hasPrefix("head.") {
        expectSameBits(before.theta[entry.slot], run.learner.theta[entry.slot], "\(entry.name)")
      }
      #expect(before.theta != run.learner.theta)
      #expect(run.matrix[after: 1, on: 0] == run.matrix[after: 3, on: 0])
    }
  }
}
