import CLCore
import Foundation
import Testing

@Suite("A run")
struct RunTests {
  @Test("has the same bits for the same seed and others for another")
  func deterministic() throws {
    var a = try smallRun(FineTuning(), .class)
    var b = try smallRun(FineTuning(), .class)
    var c = try smallRun(FineTuning(), .class, seed: 2)
    try a.finish()
    try b.finish()
    try c.finish()
    #expect(a.learner.theta == b.learner.theta)
    #expect(a.matrix == b.matrix)
    #expect(a.learner.theta != c.learner.theta)
  }

  @Test(
    "stopped after any step, saved and read again, ends with the bits of one that was not stopped",
    arguments: [0, 1, 17, 41, 60, 100])
  func resumed(stop: Int) throws {
    for strategy in [FineTuning(), Joint(), SeparateNetworks(), FrozenFeatures()]
      as [any Strategy]
    {
      var whole = try smallRun(strategy, .task)
      var stopped = whole
      try whole.finish()
      for _ in 0..<stop { _ = try stopped.advance() }
      let saved = try JSONEncoder().encode(stopped.checkpoint)
      var resumed = try Run(
        resuming: JSONDecoder().decode(Checkpoint.self, from: saved), on: stopped.stream)
      try resumed.finish()
      #expect(resumed.learner.theta == whole.learner.theta, "\(strategy.name)")
      #expect(resumed.matrix == whole.matrix, "\(strategy.name)")
      #expect(resumed.stepsMade == whole.stepsMade, "\(strategy.name)")
    }
  }

  @Test("resumed on another stream is refused")
  func otherStream() throws {
    let run = try smallRun(FineTuning(), .class)
    let other = try TaskStream.split(prototypes(), tasks: 2, scenario: .class)
    #expect(throws: RunError.otherStream) { try Run(resuming: run.checkpoint, on: other) }
  }

  @Test("makes as many steps as its training says, in iterations and in epochs")
  func length() throws {
    var iterations = try smallRun(FineTuning(), .class)
    try iterations.finish()
    #expect(iterations.stepsMade == 3 * 40)
    // 80 samples a task in batches of 32 make 3 steps an epoch.
    var epochs = try smallRun(
      FineTuning(), .class, training: Training(epochs: 2, batchSize: 32))
    try epochs.finish()
    #expect(epochs.stepsMade == 3 * 2 * 3)
  }

  @Test("ends with an error that names the step when the loss is no longer finite")
  func diverges() throws {
    var run = try smallRun(FineTuning(), .class, optimizer: SGD(rate: 1e20))
    #expect {
      try run.finish()
    } throws: { error in
      guard case RunError.diverged(let method, let task, let step, let last) = error else {
        return false
      }
      return method == "fine-tuning" && task == 0 && step >= 1 && last != nil
        && error.localizedDescription.contains("step \(step)")
    }
  }

  @Test("tests the untrained network for row 0 of R, and fills every row")
  func rows() throws {
    var run = try smallRun(FineTuning(), .domain)
    let untrained = run.accuracy(on: run.stream[1])
    try run.finish()
    #expect(run.matrix[after: 0, on: 1] == untrained)
    #expect(run.matrix[after: 3, on: 2] == run.accuracy(on: run.stream[2]))
  }

  @Test(
    "scores do not depend on the task where the scenario hides it", arguments: Scenario.allCases)
  func identity(scenario: Scenario) throws {
    for strategy in [FineTuning(), Joint(), FrozenFeatures()] as [any Strategy] {
      var run = try smallRun(strategy, scenario)
      try run.finish()
      // The same images, passed once as each experience of the stream.
      let images = run.stream[0].test
      let told = run.stream.map { experience in
        run.predictions(
          on: Experience(
            index: experience.index, name: "disguised", train: experience.train, test: images,
            classes: experience.classes))
      }
      let equal = told.allSatisfy { $0 == told[0] }
      #expect(equal == (scenario != .task), "\(strategy.name), \(scenario)")
    }
  }
}
