/// Synaptic intelligence (Zenke, Poole & Ganguli 2017, equations 3 to 5): a weight matters as much as
/// its own way downhill lowered the loss while the task was learnt.
///
///     ωᵢ = −Σ_t gᵢ(t) Δθᵢ(t),   Ωᵢ ← Ωᵢ + max(0, ωᵢ) / ((Δᵢ)² + ξ),   L(θ) = L_B(θ) + c Σᵢ Ωᵢ (θᵢ − θ*ᵢ)²
///
/// g is the gradient of the task's own loss, without the penalty: with it, a penalty would count as
/// progress. Δᵢ is how far the weight came over the whole task. Without a ½. A negative ω, a weight
/// that moved uphill on the whole, counts as 0, as in the authors' code.
///
/// Memory: two θ, and four more while a task is learnt. Time: four passes over θ a step more than
/// fine-tuning.
public struct SI: Consolidating {
  /// c, how much the old tasks count against the new one.
  public var strength: Double
  /// ξ, which keeps Ω finite for a weight that hardly moved.
  public var xi: Double
  public private(set) var quadratic: Quadratic?
  private var path: Tensor?
  private var start: Tensor?
  private var gradient: Tensor?
  private var before: Tensor?

  /// SI with strength c.
  public init(strength: Double, xi: Double = 0.1) {
    self.strength = strength
    self.xi = xi
    require(xi > 0, "SI needs a ξ above 0, or a weight that did not move is 0/0; not \(xi)")
  }

  public var name: String { "SI" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    path = .zeros(learner.theta.shape)
    start = learner.theta
  }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    self.gradient = gradient
    before = learner.theta
  }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    guard let gradient, let before else { return }
    path?.add(-1, gradient * (learner.theta - before))
    (self.gradient, self.before) = (nil, nil)
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    guard let path, let start else { return }
    let omega = path.relu / ((learner.theta - start).squared + Real(xi))
    // The quadratic carries a ½ that the paper's penalty does not have.
    quadratic = Quadratic(adding: Real(2 * strength) * omega, to: quadratic, centre: learner.theta)
    (self.path, self.start) = (nil, nil)
  }

  /// Σᵢ ωᵢ so far: to first order, how far the steps on this task have lowered its loss.
  public var progress: Real { path?.sum ?? 0 }
}

extension SI: Configurable {
  public static let about = About(
    "si", "holds each weight by how much its own way lowered the loss",
    paper: "Zenke, Poole & Ganguli 2017", .regularization, line: 4,
    fineTuning: ["strength": .number(0)])
  public static let standard = SI(strength: 10)
  public static let settings: [Setting<SI>] = [
    .number(
      "strength", \.strength, .atLeast(0), "c, how much the old tasks count against the new one"),
    .number("xi", \.xi, .above(0), "ξ, which keeps importances finite"),
  ]
}
