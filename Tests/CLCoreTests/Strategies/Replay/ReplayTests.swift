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
    "with an empty memory takes steps that are fine-tuning's to the bit",
    arguments: Scenario.allCases)
  func nothingKept(scenario: Scenario) throws {
    var plain = try smallRun(FineTuning(), scenario)
    try plain.finish()
    let empty: [any Strategy] =
      Self.family(scenario, perClass: 0).filter { $0 is ExperienceReplay }
      + [ExperienceReplay(batchSize: 0), LwF(lambda: 0)]
    for method in empty {
      var run = try smallRun(method, scenario)
      try run.finish()
      expectSameBits(run.learner.theta, plain.learner.theta, "\(method.name), \(scenario)")
    }
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

  @Test(
    "stopped after any step, saved and read again, ends with the same bits",
    arguments: Scenario.allCases)
  func resumed(scenario: Scenario) throws {
    let teacher = try smallRun(FineTuning(), scenario).learner
    for method in Self.family(scenario) + [Distillation(from: teacher)] {
      for stop in [1, 30, 42, 43, 60, 100] {
        var whole = try smallRun(method, scenario)
        var stopped = whole
        try whole.finish()
        for _ in 0..<stop { _ = try stopped.advance() }
        let saved = try JSONEncoder().encode(stopped.checkpoint)
        var resumed = try Run(
          resuming: JSONDecoder().decode(Checkpoint.self, from: saved), on: stopped.stream)
        #expect(
          resumed.predictions(on: stopped.stream[0]) == stopped.predictions(on: stopped.stream[0]))
        try resumed.finish()
        expectSameBits(resumed.learner.theta, whole.learner.theta, "\(method.name) at \(stop)")
        #expect(resumed.matrix == whole.matrix, "\(method.name)")
        #expect(resumed.costs.samples == whole.costs.samples)
      }
    }
  }

  @Test(
    "scores do not depend on the task where the scenario hides it", arguments: Scenario.allCases)
  func identity(scenario: Scenario) throws {
    for method in Self.family(scenario) {
      var run = try smallRun(method, scenario)
      try run.finish()
      let images = run.stream[0].test
      let told = run.stream.map { experience in
        run.predictions(
          on: Experience(
            index: experience.index, name: "disguised", train: experience.train, test: images,
            classes: experience.classes))
      }
      #expect(told.allSatisfy { $0 == told[0] } == (scenario != .task), "\(method.name)")
    }
  }
}
