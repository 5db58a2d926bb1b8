/// Online EWC (Schwarz et al. 2018, equation 9; the single penalty is Huszár's, 2018): one well about
/// the last task's solution θ*, as steep as a decaying sum of Fisher informations:
///
///     L(θ) = L_B(θ) + λ/2 Σᵢ F̃ᵢ (θᵢ − θ*ᵢ)²,   F̃ ← γ F̃ + F
///
/// With the ½, and with F a mean over samples. γ = 1 sums; γ < 1 lets old tasks fade. Unlike the paper,
/// whose penalty is γ F̃, ours has γ in the sum alone: a λ from there is multiplied by its γ.
///
/// Memory and time: those of ``Consolidating``.
public struct OnlineEWC: Consolidating {
  /// λ, how much the old tasks count against the new one.
  public var lambda: Double
  /// γ in [0, 1], how much of the older tasks' information is kept at each task.
  public var gamma: Double
  /// How the Fisher information is estimated.
  public var fisher: Fisher
  /// How many samples it is a mean over, drawn from the task's; all of them when `nil`.
  public var samples: Int?
  public private(set) var quadratic: Quadratic?

  /// Online EWC with strength λ and memory γ.
  public init(lambda: Double, gamma: Double = 1, fisher: Fisher = .exact, samples: Int? = nil) {
    self.lambda = lambda
    self.gamma = gamma
    self.fisher = fisher
    self.samples = samples
  }

  public var name: String { "online EWC" }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    var information = Real(lambda) * learner.fisher(fisher, of: task, samples: samples)
    if let quadratic { information.add(Real(gamma), quadratic.weight) }
    quadratic = Quadratic(weight: information, centre: learner.theta)
  }
}

extension OnlineEWC: Configurable {
  public static let about = About(
    "online-ewc", "EWC with one term for all old tasks, about the latest weights",
    paper: "Schwarz et al. 2018", .regularization, line: 1,
    fineTuning: ["lambda": .number(0)])
  public static let standard = OnlineEWC(lambda: 1e5)
  public static let settings: [Setting<OnlineEWC>] =
    [
      .number(
        "lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one"),
      .number("gamma", \.gamma, .within(0...1), "γ, how much of the earlier tasks' term is kept"),
    ] + Fisher.settings(\.fisher.kind, \.fisher.batchSize, \.samples)
}
