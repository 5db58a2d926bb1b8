/// Sliced Cramér preservation (Kolouri, Ketz, Soltoggio & Pilly 2020, algorithm 1): a weight matters as
/// much as it moves the *distribution* of the outputs, seen along random directions; no labels are needed.
///
///     Γᵢ = mean over batches B of 1/L Σₗ (∂ ξₗ·φ̄ / ∂θᵢ)²,   φ̄ = 1/|B| Σ_{n∈B} f(xₙ; θ),   ‖ξₗ‖ = 1
///     L(θ) = L_B(θ) + λ Σᵢ Γᵢ (θᵢ − θ*ᵢ)²
///
/// Without a ½. Γ is summed over tasks, θ* is the last one's solution. Each slice ξₗ is back-propagated
/// by itself: the square of a sum of slices is another quantity. The square is of a batch's mean
/// response, so that its size depends on the batch. With the task told, f is the outputs of the task.
///
/// Unlike the paper, no slices are drawn unless asked for: their expectation is Γᵢ = 1/K ‖∂φ̄/∂θᵢ‖², K
/// being the number of outputs, and takes K walks backwards in place of L.
///
/// Memory and time: those of ``Consolidating``.
public struct SCP: Consolidating {
  /// λ, how much the old tasks count against the new one.
  public var lambda: Double
  /// L, how many directions are drawn for each batch; `nil` takes the expectation.
  public var slices: Int?
  /// How many samples a mean response is taken of.
  public var batchSize: Int
  public private(set) var quadratic: Quadratic?

  /// SCP with strength λ.
  public init(lambda: Double, slices: Int? = nil, batchSize: Int = 128) {
    self.lambda = lambda
    self.slices = slices
    self.batchSize = batchSize
  }

  public var name: String { "SCP" }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let gamma = learner.responseSensitivity(
      task.train, task: task.index, slices: slices, batchSize: batchSize)
    // The quadratic carries a ½ that the paper's penalty does not have.
    quadratic = Quadratic(adding: Real(2 * lambda) * gamma, to: quadratic, centre: learner.theta)
  }
}

extension SCP: Configurable {
  public static let about = About(
    "scp", "holds each weight by how much it moves the distribution of the outputs",
    paper: "Kolouri, Ketz, Soltoggio & Pilly 2020", .regularization, line: 6,
    fineTuning: ["lambda": .number(0)])
  public static let standard = SCP(lambda: 1)
  public static let settings: [Setting<SCP>] = [
    .number("lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one"),
    .count("slices", \.slices, "L, directions drawn a batch; their expectation if left out"),
    .count("slice-batch", \.batchSize, "samples that a mean response is taken of"),
  ]
}

extension Learner {
  /// Γᵢ = mean over batches of 1/L Σₗ (∂ ξₗ·φ̄ / ∂θᵢ)² for L = `slices` directions drawn for each batch, or
  /// their expectation when `nil`, [P]. Labels are not looked at.
  ///
  /// The directions come from a substream of the learner's random numbers, of which none is used up.
  public func responseSensitivity(
    _ data: Dataset, task: Int, slices: Int? = nil, batchSize: Int = 128
  ) -> Tensor {
    require(slices ?? 1 > 0, "a sensitivity needs at least one slice, got \(slices ?? 0)")
    var chance = random.substream("slices", task)
    let outputs = active(known(task)).count
    return mean(over: data, task: task, portion: batchSize) { batch in
      let directions =
        slices.map { (0..<$0).map { _ in chance.direction(outputs) } }
        ?? (0..<outputs).map { .oneHot([$0], columns: outputs).reshaped([outputs]) }
      let along = gradients(at: theta) { theta -> [Variable] in
        let sum = activeScores(batch, at: theta, task: task).summed(to: [outputs])
        return directions.map { (sum * Variable($0)).sum / Real(batch.count) }
      }
      var squares = Tensor.zeros(theta.shape)
      for gradient in along { squares += gradient.squared }
      return (Real(batch.count) / Real(directions.count)) * squares
    }
  }
}

extension Random {
  /// A unit vector of `size` numbers, all directions alike.
  fileprivate mutating func direction(_ size: Int) -> Tensor {
    let z = Tensor((0..<size).map { _ in Real(normal()) })
    return z / z.norm
  }
}
