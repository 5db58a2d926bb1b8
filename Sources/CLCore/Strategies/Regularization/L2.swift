/// L2: every weight that has been used is held alike, online EWC with F = 1 and γ = 0 (the baseline of
/// Kirkpatrick et al. 2017, with one anchor as in Hsu et al. 2018, who leave out the ½):
///
///     L(θ) = L_B(θ) + λ/2 Σᵢ (θᵢ − θ*ᵢ)²
///
/// θ* is the last task's solution. Weights into outputs that have had no data yet are left free.
///
/// Memory and time: those of ``Consolidating``.
public struct L2: Consolidating {
  /// λ, how much the old tasks count against the new one.
  public var lambda: Double
  public private(set) var quadratic: Quadratic?

  /// L2 with strength λ.
  public init(lambda: Double) { self.lambda = lambda }

  public var name: String { "L2" }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let used = learner.network.layout.mask(body: 1, outputs: learner.outputsWithData)
    quadratic = Quadratic(weight: Real(lambda) * used, centre: learner.theta)
  }
}

extension L2: Configurable {
  public static let about = About(
    "l2", "holds every weight alike", paper: "the comparison in Kirkpatrick et al. 2017",
    .regularization, line: 2,
    fineTuning: ["lambda": .number(0)])
  public static let standard = L2(lambda: 0.02)
  public static let settings: [Setting<L2>] = [
    .number("lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one")
  ]
}
