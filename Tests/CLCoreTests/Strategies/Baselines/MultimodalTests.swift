import CLCore
import Foundation
import TestSupport
import Testing

@Suite("The multimodal network")
struct MultimodalTests {
  private static func run(
    _ method: any Strategy, told: Bool = true, optimizer: any Optimizer = SGD(rate: 0.1),
    iterations: Int = 60
  ) throws -> Run {
    let stream = try TaskStream.permuted(prototypes(), tasks: 3, scenario: .domain, seed: 1)
    let network = MLP(inputs: 36, hidden: [24, 12], outputs: 6)
    let seen = told ? stream.tellingTask : stream
    let learner = Learner(network, optimizer, for: seen, seed: 1)
    return try Run(
      method, learner, on: seen, Training(iterations: iterations, batchSize: 16), seed: 1)
  }

  @Test(
    "moves the input layer of the task at hand and no other, momentum or not",
    arguments: [SGD(rate: 0.1), Momentum(rate: 0.1), Adam(rate: 0.003)] as [any Optimizer])
  func inputLayers(_ optimizer: any Optimizer) throws {
    var run = try Self.run(Multimodal(), optimizer: optimizer)
    try run.learnTask()
    let before = run.learner
    #expect(before.network is MultimodalMLP)
    let own = try #require(before.network.layout["hidden1.task1.weight"])
    try run.learnTask()
    for entry in before.network.layout.entries {
      func weights(_ theta: Tensor) -> [Real] { Array(theta.values[entry.slot.range]) }
      let still = weights(before.theta) == weights(run.learner.theta)
      let isOther = entry.name.hasPrefix("hidden1.") && !entry.name.hasPrefix("hidden1.task1.")
      #expect(still == isOther, "\(entry.name)")
    }
    #expect(own.shape == [36, 24])
  }

  @Test("is the perceptron itself where there is one task")
  func oneTask() throws {
    let shared = MLP(inputs: 5, hidden: [4, 3], outputs: 2)
    let network = MultimodalMLP(shared, tasks: 1)
    var random = Random(seed: 1, "inputs")
    let (theta, x) = (random.tensor([network.layout.count]), random.tensor([7, 5]))
    #expect(network.layout == shared.layout)
    expectSameBits(
      network(Variable(x), at: Variable(theta), task: 0).value,
      shared(Variable(x), at: Variable(theta), task: nil).value, "scores")
  }

  @Test("keeps permutations apart better than one network: by at least 0.05")
  func keeps() throws {
    func reached(_ method: any Strategy) throws -> Double {
      var run = try Self.run(method, optimizer: Adam(rate: 0.003), iterations: 200)
      try run.finish()
      return try #require(run.matrix.averageAccuracy)
    }
    let (floor, accuracy) = (try reached(FineTuning()), try reached(Multimodal()))
    #expect(accuracy > floor + 0.05, "\(accuracy) against \(floor)")
  }

  @Test("must be told the task")
  func identity() throws {
    #expect(throws: RunError.self) { try Self.run(Multimodal(), told: false) }
  }

  @Test("fine-tuning does not heed a task that is told where outputs are shared")
  func told() throws {
    var (told, untold) = (
      try Self.run(FineTuning()), try Self.run(FineTuning(), told: false)
    )
    try told.finish()
    try untold.finish()
    expectSameBits(told.learner.theta, untold.learner.theta, "θ")
  }
}
