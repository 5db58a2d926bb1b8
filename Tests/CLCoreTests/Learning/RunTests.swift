import CLCore
import Foundation
import TestSupport
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
    expectSameBits(a.learner.theta, b.learner.theta, "θ")
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
      expectSameBits(resumed.learner.theta, whole.learner.theta, "\(strategy.name)")
      #expect(resumed.matrix == whole.matrix, "\(strategy.name)")
      #expect(resumed.stepsMade == whole.stepsMade, "\(strategy.name)")
    }
  }

  @Test("resumed on another stream is refused, were it only of another seed")
  func otherStream() throws {
    let data = try prototypes()
    func split(
      _ images: LabelledImages? = nil, tasks: Int = 3, scenario: Scenario = .domain,
      seed: UInt64 = 1, limit: Int? = nil
    ) throws -> TaskStream {
      try .split(
        images ?? data, tasks: tasks, scenario: scenario, seed: seed, trainPerTask: limit)
    }
    let run = try smallRun(FineTuning(), .domain)
    _ = try Run(resuming: run.checkpoint, on: split())
    for other in try [
      split(tasks: 2), split(scenario: .class), split(seed: 2), split(limit: 79),
      split(prototypes(seed: 2)), split(data.preprocessed(Preprocessing(mean: 0.5))),
    ] {
      #expect(throws: RunError.otherStream) { try Run(resuming: run.checkpoint, on: other) }
    }
  }

  @Test("counts the time of what a method does before and after a task, but not of its tests")
  func seconds() throws {
    var run = try smallRun(Sleeper(), .class, training: Training(iterations: 1, batchSize: 1))
    let start = ContinuousClock.now
    try run.finish()
    let all = (ContinuousClock.now - start) / .seconds(1)
    // Three tasks with 10 ms before and after each, and 10 ms a test: nine tests while learning.
    #expect(run.seconds >= 0.06)
    #expect(run.seconds <= all - 0.09)
  }

  @Test("adds up the passes of its steps, each as dear as it was, also when it was stopped")
  func passes() throws {
    var plain = try smallRun(FineTuning(), .class, optimizer: SGD(rate: 0.1))
    plain.countsPasses = true
    try plain.finish()
    var run = try smallRun(Dearer(), .class, optimizer: SGD(rate: 0.1))
    run.countsPasses = true
    for _ in 0..<60 { _ = try run.advance() }
    let saved = try JSONEncoder().encode(run.checkpoint)
    var kinds = Kinds.library
    kinds.strategies.append(Dearer.self)
    let decoder = JSONDecoder()
    decoder.userInfo[try #require(CodingUserInfoKey.kinds)] = kinds
    run = try Run(resuming: decoder.decode(Checkpoint.self, from: saved), on: run.stream)
    run.countsPasses = true
    try run.finish()
    // One forward, one backward but for the first layer, the gradient itself, a look at it, the optimiser's.
    let layout = run.learner.network.layout
    let later = ["hidden2.weight", "head.weight"].compactMap { layout[$0]?.shape.count }
    let plainStep = 4 + Double(later.reduce(0, +)) / Double(layout.count)
    // At the end of a task θ and the loss are looked at once more.
    let passes = try #require(plain.costs.passes)
    #expect(passes >= 120 * plainStep - 1e-6 && passes < 120 * plainStep + 30)
    #expect(abs(try #require(run.costs.passes) - passes - 40 * (1 + 2)) < 1e-6)
  }

  @Test("counts as many passes with two threads as with one, and none unless it is asked to")
  func counting() throws {
    let passes = try [1, 2].map { threads in
      try Cores.$perProduct.withValue(threads) {
        var run = try smallRun(EWC(lambda: 1), .task)
        run.countsPasses = true
        try run.finish()
        return try #require(run.costs.passes)
      }
    }
    #expect(passes[0] == passes[1] && passes[0] > 0)
    var run = try smallRun(EWC(lambda: 1), .task)
    try run.finish()
    #expect(run.costs.passes == nil)
  }

  @Test("shows each event and the run as it is then, and ends where looking at it throws")
  func looks() throws {
    struct Enough: Error {}
    var (run, alone) = (
      try smallRun(SI(strength: 1), .class), try smallRun(SI(strength: 1), .class)
    )
    var seen: [(event: Run.Event, theta: Tensor)] = []
    try run.finish { event, run in
      let same = try alone.advance()
      #expect(same == event)
      expectSameBits(run.learner.theta, alone.learner.theta, "\(event)")
      seen.append((event, run.learner.theta))
    }
    #expect(seen.count == 3 * (1 + 40 + 1) && seen[0].theta != run.learner.theta)
    var short = try smallRun(FineTuning(), .class)
    #expect(throws: Enough.self) {
      try short.finish { _, run in if run.stepsMade == 7 { throw Enough() } }
    }
    #expect(short.stepsMade == 7)
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
    var run = try smallRun(
      FineTuning(), .class, optimizer: SGD(rate: MemoryLayout<Real>.size == 4 ? 1e20 : 1e200))
    #expect {
      try run.finish()
    } throws: { error in
      guard case RunError.diverged(let method, let task, let step, let last) = error else {
        return false
      }
      return method == "fine-tuning" && task == 0 && step >= 1 && last != nil
        && "\(error)".contains("step \(step)")
    }
  }

  @Test("tests the untrained network for row 0 of R, and fills every row")
  func rows() throws {
    var run = try smallRun(FineTuning(), .domain)
    let untrained = run.accuracy(on: run.stream[1])
    try run.finish()
    #expect(run.matrix[after: 0, on: 1] == untrained)
    #expect(run.matrix[after: 3, on: 2] == run.accuracy(on: run.stream[2]))
    #expect(run.learner.accuracy(on: run.stream[2]) == run.accuracy(on: run.stream[2]))
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

  @Test(
    "a network is told the task where the scenario gives it and nowhere else",
    arguments: Scenario.allCases)
  func told(scenario: Scenario) throws {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: scenario)
    let learner = Learner(
      Telltale(outputs: stream.outputs), SGD(rate: 0.1), for: stream, seed: 1)
    let run = try Run(FineTuning(), learner, on: stream, Training(iterations: 1), seed: 1)
    let predictions = stream.map { run.predictions(on: $0, limit: 1)[0] }
    #expect(predictions == (scenario == .task ? [0, 3, 4] : [0, 0, 0]))

    func loss(of tasks: [Int]) -> Real {
      let batch = Batch(
        inputs: .zeros([tasks.count, 36]), labels: tasks.map { stream[$0].classes.lowerBound },
        tasks: tasks)
      return learner.crossEntropy(batch, at: Variable(learner.theta)).value.scalar
    }
    // The label of task 1 is an even output, which wins unless the network was told.
    #expect(loss(of: [2]) == loss(of: [0]))
    #expect((loss(of: [1]) == loss(of: [0])) == (scenario != .task))
    // A batch that mixes tasks has none to tell.
    #expect(loss(of: [0, 1]) == loss(of: [0]))
  }
}
