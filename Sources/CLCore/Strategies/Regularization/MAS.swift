/// Memory-aware synapses (Aljundi et al. 2018, equations 3 to 5): a weight matters as much as the
/// squared length of the output would change with it, whatever the loss; no labels are needed.
///
///     Ωᵢ = 1/N Σₙ |∂‖f(xₙ; θ)‖² / ∂θᵢ|,   L(θ) = L_B(θ) + λ Σᵢ Ωᵢ (θᵢ − θ*ᵢ)²
///
/// Without a ½. The magnitude is taken of each sample's own derivative, then averaged: taken of a
/// batch's mean, signs would cancel. Ω is summed over tasks, θ* is the last one's solution. With the
/// task told, f is the outputs of the task.
///
/// Memory and time: those of ``Consolidating``.
public struct MAS: Consolidating {
  /// How Ω is averaged.
  public enum Average: String, Sendable, Codable, CaseIterable {
    /// The magnitude of each sample's derivative, as the paper defines it.
    case perSample
    /// The magnitude of the derivative of a batch's mean, over outputs as well, with batches of 128: an
    /// approximation from below, for signs cancel.
    case batchMean
  }

  /// λ, how much the old tasks count against the new one.
  public var lambda: Double
  /// How Ω is averaged.
  public var average: Average
  public private(set) var quadratic: Quadratic?

  /// MAS with strength λ.
  public init(lambda: Double, average: Average = .perSample) {
    self.lambda = lambda
    self.average = average
  }

  /// MAS as behind the table of Hsu, Liu, Ramasamy & Kira (2018), whose λ for the task-incremental
  /// scenario is 1: Ω is |∂ mean f² / ∂θᵢ|, the mean being over a batch and the outputs, averaged over
  /// batches and summed over tasks. There is no ½, and one anchor, the latest θ*.
  public static func hsu2018(lambda: Double = 1) -> MAS { MAS(lambda: lambda, average: .batchMean) }

  public var name: String { average == .perSample ? "MAS" : "MAS, batch mean" }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let omega =
      switch average {
      case .perSample: learner.outputSensitivity(task.train, task: task.index)
      case .batchMean: learner.meanOutputSensitivity(task.train, task: task.index)
      }
    // The quadratic carries a ½ that the paper's penalty does not have.
    quadratic = Quadratic(adding: Real(2 * lambda) * omega, to: quadratic, centre: learner.theta)
  }
}

extension MAS: Configurable {
  public static let about = About(
    "mas", "holds each weight by how much the output's length changes with it",
    paper: "Aljundi et al. 2018", .regularization, line: 3,
    fineTuning: ["lambda": .number(0)])
  public static let standard = MAS(lambda: 0.1)
  public static let settings: [Setting<MAS>] = [
    .number("lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one"),
    .choice("average", \.average, "how importances are averaged"),
  ]
}

extension Learner {
  /// Ωᵢ = 1/N Σₙ |∂‖f(xₙ; θ)‖²/∂θᵢ| over the samples of `data`, whose labels are not looked at, [P].
  public func outputSensitivity(_ data: Dataset, task: Int) -> Tensor {
    mean(over: data, task: task, portion: 500) { batch in
      sumOverSamples(of: .magnitudes, at: theta) {
        activeScores(batch, at: $0, task: task).squared.sum
      }
    }
  }

  /// |∂ mean f² / ∂θᵢ| of each batch of 128, averaged over batches, [P].
  func meanOutputSensitivity(_ data: Dataset, task: Int) -> Tensor {
    mean(over: data, task: task, portion: 128) { batch in
      Real(batch.count)
        * CLCore.gradient(at: theta) {
          activeScores(batch, at: $0, task: task).squared.mean
        }.magnitude
    }
  }
}
