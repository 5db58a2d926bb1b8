import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Replay and distillation")
struct ReplayTests {
  /// Every method of the two families that suits a scenario, with a memory of so many samples a class.
  private static func family(_ scenario: Scenario, perClass: Int = 8) -> [any Strategy] {
    let replay: [any Strategy] = [
      ExperienceReplay(.balanced(.each(perClass))),
      ExperienceReplay(.reservoir(6 * perClass), weighting: .alike, filling: .whileLearning),
      ExperienceReplay(.ring(perTask: 2 * perClass), batchSize: 5),
    ]
    return replay + [LwF()]
      + (scenario == .class ? [ICaRL(.each(perClass)), ICaRL(.shared(6 * perClass))] : [])
  }

  @Test(
    "forgets less than fine-tuning: accuracy is higher by 0.5 where classes come, by 0.03 on permutations"
  )
  func keeps() throws {
    for stream in try [
      TaskStream.split(prototypes(), tasks: 3, scenario: .class, seed: 1),
      TaskStream.permuted(prototypes(), tasks: 3, scenario: .domain, seed: 1),
    ] {
      let network = MLP(inputs: 36, hidden: [32, 32], outputs: stream.outputs)
      func reached(_ method: any Strategy) throws -> Double {
        let learner = Learner(network, Adam(rate: 0.003), for: stream, seed: 1)
        var run = try Run(
          method, learner, on: stream, Training(iterations: 150, batchSize: 32), seed: 1)
        try run.finish()
        let accuracy = try #require(run.matrix.averageAccuracy)
        return accuracy
      }
      let floor = try reached(FineTuning()) + (stream.scenario == .class ? 0.5 : 0.03)
      for method in Self.family(stream.scenario) where !(method is LwF) {
        let accuracy = try reached(method)
        #expect(accuracy > floor, "\(method.name), \(stream.scenario)")
      }
    }
  }

  @Test(
    "differs from fine-tuning from the second task on, and only then", arguments: Scenario.allCases)
  func differs(scenario: Scenario) throws {
    var plain = try smallRun(FineTuning(), scenario)
    try plain.learnTask()
    let first = plain.learner.theta
    try plain.learnTask()
    for method in Self.family(scenario) {
      var run = try smallRun(method, scenario)
      try run.learnTask()
      if method is LwF { expectSameBits(run.learner.theta, first, method.name) }
      try run.learnTask()
      #expect((run.learner.theta - plain.learner.theta).norm > 0.01, "\(method.name)")
    }
  }

  // Kept and not trained on, exemplars still serve iCaRL's answers: no accuracy betrays the mistake.
  @Test("every sample kept is in some batch of the next task, unless its share is 0")
  func met() throws {
    func batches(_ method: any Strategy) throws -> (kept: Set<[Real]>, seen: Set<[Real]>) {
      let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .class, seed: 1)
      let network = Recorder(MLP(inputs: 36, hidden: [16, 12], outputs: stream.outputs))
      let learner = Learner(network, Adam(rate: 0.01), for: stream, seed: 1)
      var run = try Run(
        method, learner, on: stream, Training(iterations: 60, batchSize: 16), seed: 1)
      for _ in 0..<2 { try run.learnTask() }
      let memory =
        try (run.strategy as? ExperienceReplay)?.memory
        ?? #require(run.strategy as? ICaRL).exemplars
      let kept = memory.batch(memory.positions).inputs
      #expect(kept.shape[0] == 32)
      _ = network.seen.take()
      try run.learnTask()
      return (Set((0..<32).map { kept.rows($0..<$0 + 1).values }), network.seen.take())
    }
    let family: [any Strategy] = [
      ExperienceReplay(.balanced(.each(8))), ExperienceReplay(.ring(perTask: 16), batchSize: 5),
      ICaRL(.each(8)), ICaRL(.shared(32)),
    ]
    for method in family {
      let (kept, seen) = try batches(method)
      #expect(kept.isSubset(of: seen), "\(method.name): \(kept.subtracting(seen).count) not met")
    }
    let (kept, seen) = try batches(ICaRL(.each(8), exemplarShare: 0))
    #expect(kept.isDisjoint(with: seen) && !seen.isEmpty)
  }
}
