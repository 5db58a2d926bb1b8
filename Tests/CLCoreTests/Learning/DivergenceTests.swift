import CLCore
import Foundation
import TestSupport
import Testing

@Suite("A run whose numbers do not stay finite")
struct DivergenceTests {
  /// Fine-tuning whose gradient is infinite at one step of the second task, though its loss is not.
  private struct Spike: Strategy {
    let name = "spike"
    private var steps = 0

    private enum CodingKeys: String, CodingKey { case steps }

    mutating func adjust(
      _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
    ) {
      steps += 1
      _ = learner.random.uniform()
      if steps == 47 { gradient[3] = .infinity }
    }
  }

  private static let isFloat = MemoryLayout<Real>.size == 4
  /// A rate after whose first step numbers are finite, but not for long.
  private static let large = isFloat ? 1e20 : 1e200

  /// All that a run would be continued from, as bytes.
  private func saved(_ run: Run) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(run.checkpoint)
  }

  /// Learns until an error is thrown, which must leave the run as it was; says whether one was.
  private func leavesAsItWas(_ run: Run, _ name: String) throws -> Bool {
    var run = run
    while true {
      let before = run
      do {
        guard try run.advance() != nil else { return false }
      } catch RunError.diverged {
        #expect(before.learner.theta.isFinite, "\(name)")
        #expect(try saved(run) == saved(before), "\(name)")
        return true
      }
    }
  }

  @Test("is after the error as it was after the last good step, the method and its memories too")
  func rollback() throws {
    let methods: [any Strategy] = [
      FineTuning(), EWC(lambda: 1), SI(strength: 1), RWalk(lambda: 1), LwF(), AGEM(),
      GEM(samplesPerTask: 10), SGEM(samplesPerTask: 10), PackNet(), CPG(goal: .accuracy(0.5)),
      ExperienceReplay(.reservoir(30), weighting: .alike, filling: .whileLearning),
    ]
    let optimizers: [any Optimizer] = [
      SGD(rate: Self.large), SGD(rate: .infinity), Momentum(rate: Self.large),
      Adam(rate: Self.large),
    ]
    for method in methods {
      for optimizer in optimizers {
        let run = try smallRun(method, .task, optimizer: optimizer)
        #expect(try leavesAsItWas(run, "\(method.name), \(optimizer)"), "\(method.name)")
      }
    }
  }

  @Test(
    "stops before θ moves where the gradient is not finite, or a penalty is too steep for its numbers"
  )
  func gradients() throws {
    #expect(try leavesAsItWas(smallRun(Spike(), .task), "spike"))
    for strength in [1e39, 1e37] {
      let steep = try smallRun(EWC(lambda: strength), .task, optimizer: SGD(rate: 0.1))
      #expect(try leavesAsItWas(steep, "EWC of \(strength)") || !Self.isFloat)
    }
  }

  @Test("says so if it was the last step of a task, before the task is tested")
  func lastStep() throws {
    // Infinite weights, and finite ones at which the loss is not.
    for rate in [Double.infinity, Self.isFloat ? 1e25 : 1e200] {
      var run = try smallRun(
        FineTuning(), .class, optimizer: SGD(rate: rate), training: Training(iterations: 1))
      #expect(throws: RunError.self) { try run.finish() }
      #expect(run.matrix[after: 1, on: 0] == nil)
    }
  }

  @Test("learns on with a smaller rate as if the large one had never been tried")
  func smallerRate() throws {
    var calm = try smallRun(SGEM(samplesPerTask: 10), .class, optimizer: SGD(rate: 0.1))
    var run = calm
    try calm.finish()
    run.learner.optimizer = SGD(rate: .infinity)
    #expect(throws: RunError.self) { try run.finish() }
    run.learner.optimizer = SGD(rate: 0.1)
    try run.finish()
    expectSameBits(run.learner.theta, calm.learner.theta, "after an attempt at another rate")
    #expect(run.matrix == calm.matrix)
  }

  @Test("of meta-learning is left as it was, too")
  func meta() throws {
    for method in [MAML(), Reptile(), Pretraining(), LifelongMAML(lambda: 0.5)]
      as [any MetaStrategy]
    {
      for rate in [Self.large, .infinity] {
        let network = MLP(inputs: 1, hidden: [5, 5], outputs: 1)
        var run = MetaRun(
          method, Learner(network, SGD(rate: rate), seed: 2), on: [Sinusoids()],
          MetaTraining(iterations: 20, tasks: 3, support: 4, query: 5), seed: 1)
        var before = run
        #expect(throws: RunError.self, "\(method.name)") {
          while true {
            before = run
            guard try run.advance() != nil else { return }
          }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
          positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        #expect(try encoder.encode(run.checkpoint) == encoder.encode(before.checkpoint))
      }
    }
  }
}
