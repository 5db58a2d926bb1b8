import Book
import CLCore

/// What a penalty c(θ) = λ/2 Σᵢ Fᵢ (θᵢ − θ*ᵢ)² does to the gradient of the second task's loss: added to
/// the loss, where it belongs, and added to every output.
struct Shift: Codable {
  let lambda: Double
  /// c(θ).
  let penalty: Double
  /// ‖∇(L + c) − ∇L‖ / ‖∇L‖.
  let inLoss: Double
  /// The same with c added to the outputs.
  let onOutputs: Double

  /// Measured on one batch, after half of the steps of the second task.
  init(
    lambda: Double, samples: Int, _ stream: TaskStream, _ scale: Scale, seed: UInt64
  ) throws {
    let wrong = PenaltyOnOutputs(wells: Wells(lambda: lambda, samples: samples))
    var run = try scale.trial(wrong, stream, seed)
    while run.stepsMade < scale.trialSteps * 3 / 2, try run.advance() != nil {}
    let learner = run.learner
    let batch = Batch(stream[1], Array(0..<scale.training.batchSize))
    let plain = learner.gradient(batch)
    var strategy = wrong
    var context = Context()
    if let learnt = run.strategy as? PenaltyOnOutputs { strategy = learnt }
    let shifted = gradient(at: learner.theta) {
      strategy.loss(batch, at: $0, stream[1], learner, &context)
    }
    var pulled = plain
    self.lambda = lambda
    penalty = Double(strategy.wells.sum?.add(to: &pulled, at: learner.theta) ?? 0)
    inLoss = Double((pulled - plain).norm / plain.norm)
    onOutputs = Double((shifted - plain).norm / plain.norm)
  }
}
