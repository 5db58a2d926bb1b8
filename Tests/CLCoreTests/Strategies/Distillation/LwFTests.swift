import CLCore
import TestSupport
import Testing

@Suite("LwF")
struct LwFTests {
  @Test(
    "adds the distance from the answers of θ after the last task, which never moves: one term an old task",
    arguments: Scenario.allCases)
  func loss(scenario: Scenario) throws {
    let lambda = 0.7
    var run = try smallRun(LwF(lambda: lambda, temperature: 3), scenario)
    try run.learnTask()
    try run.learnTask()
    let teacher = run.learner
    for _ in 0..<20 { _ = try run.advance() }
    let learner = run.learner
    let task = run.stream[2]
    let batch = Batch(task, Array(0..<9))
    let (strategy, copy) = (run.strategy, run.learner)
    let found = strategy.loss(batch, at: Variable(learner.theta), task, copy).value.scalar

    let scores = learner.scores(batch, at: Variable(learner.theta))
    let answers = teacher.scores(batch.inputs, task: learner.known(2))
    let terms: [Range<Int>] =
      switch scenario {
      case .task: [0..<2, 2..<4]
      case .domain: [0..<2, 0..<2]
      case .class: [0..<6]
      }
    var expected = learner.crossEntropy(batch, at: Variable(learner.theta)).value.scalar
    for outputs in terms {
      let term = scores.distillation(from: answers, temperature: 3, over: .range(outputs))
      #expect(term.value.scalar > 1e-4)
      expected += Real(lambda / 9) * term.value.scalar
    }
    #expect(abs(found - expected) <= 1e-5 * expected)
  }

  @Test(
    "where nothing has changed yet has the gradient of fine-tuning", arguments: Scenario.allCases)
  func start(scenario: Scenario) throws {
    var run = try smallRun(LwF(), scenario)
    try run.learnTask()
    let batch = Batch(run.stream[1], Array(0..<16))
    let (strategy, learner) = (run.strategy, run.learner)
    let found = gradient(at: learner.theta) {
      strategy.loss(batch, at: $0, run.stream[1], learner)
    }
    expectClose(found, learner.gradient(batch), 1e-5)
  }

  @Test("does not ask an old network through one that has grown since")
  func grown() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var run = try smallRun(LwF(), .class)
      try run.learnTask()
      run.learner.grow(into: MLP(inputs: 36, hidden: [20, 12], outputs: 6))
      try run.learnTask()
    }
    expect(result, says: ["old network of 874 weights", "grows"])
  }

  @Test("with outputs of the classes met distils the old ones alone")
  func seen() throws {
    var run = try smallRun(LwF(), .class)
    run.learner.activeOutputs = .seen
    try run.learnTask()
    let teacher = run.learner
    for _ in 0..<20 { _ = try run.advance() }
    let batch = Batch(run.stream[1], Array(0..<16))
    let (strategy, learner) = (run.strategy, run.learner)
    let found = strategy.loss(batch, at: Variable(learner.theta), run.stream[1], learner)
    let new = learner.crossEntropy(batch, at: Variable(learner.theta))
    let kept = learner.scores(batch, at: Variable(learner.theta)).distillation(
      from: teacher.scores(batch.inputs, task: nil), temperature: 2, over: .range(0..<2))
    #expect(abs((found - new - kept / 4).value.scalar) <= 1e-5)
  }
}
