/// Riemannian walk (Chaudhry, Dokania, Ajanthan & Torr 2018, section 4): EWC's Fisher information and
/// SI's path in one importance, both gathered in windows of Δt steps while a task is learnt:
///
///     sᵢ ← sᵢ + max(0, −Σ_t gᵢ(t) Δθᵢ(t)) / (½ Fᵢ (Δᵢ)² + ε)
///     Fᵢ ← α · (mean of gᵢ² over the window) + (1 − α) Fᵢ
///     L(θ) = L_B(θ) + λ Σᵢ (F̃ᵢ + s̃ᵢ) (θᵢ − θ*ᵢ)²
///
/// g is the gradient of a batch's own loss, without the penalty; Δᵢ is how far the weight came in the
/// window; ½ F Δ² is the distance on the manifold of the network's distributions, to second order, by
/// the F from before the window (the very first window, which has none, takes its own mean). From
/// the second task on, s ← ½ (s of the tasks before + s of this one). F̃ and s̃ are F and s brought to
/// [0, 1] by their smallest and largest number over all weights, so λ means the same on any problem. The
/// penalty has no ½. F goes on over tasks and soon forgets: at α = 0.9 a window keeps a tenth of it.
///
/// Unlike the paper, a last window with fewer than Δt steps counts like the others. The authors' code
/// leaves out the ½ of the distance, and from the second task on makes s one and a half times what it
/// was, plus half of the new. They too square the gradient of a whole batch (see `Fisher.batched`).
///
/// Memory: four θ, and six more while a task is learnt. Time: six passes over θ a step more than
/// fine-tuning, and a dozen at the end of each window.
public struct RWalk: Consolidating {
  /// λ, how much the old tasks count against the new one.
  public var lambda: Double
  /// α in (0, 1], how much a new window counts in F.
  public var alpha: Double
  /// Δt, how many steps a window has.
  public var window: Int
  /// ε, which keeps s finite for a weight that hardly moved.
  public var epsilon: Double
  /// F, the moving average of squared gradients so far, [P].
  public private(set) var fisher: Tensor?
  /// s, the score over the tasks that have been learnt, [P].
  public private(set) var score: Tensor?
  private var scoreOfTask: Tensor?
  private var walk: Walk?
  public private(set) var quadratic: Quadratic?

  /// RWalk with strength λ.
  public init(
    lambda: Double, alpha: Double = 0.9, window: Int = 10, epsilon: Double = 1e-3
  ) {
    self.lambda = lambda
    self.alpha = alpha
    self.window = window
    self.epsilon = epsilon
    require(
      window > 0 && epsilon > 0 && alpha > 0 && alpha <= 1,
      "RWalk needs a window above 0, an ε above 0 and an α in (0, 1], "
        + "not \(window), \(epsilon) and \(alpha)")
  }

  public var name: String { "RWalk" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    scoreOfTask = .zeros(learner.theta.shape)
    walk = Walk(from: learner.theta)
  }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    walk?.begin(gradient, at: learner.theta)
  }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    walk?.end(at: learner.theta)
    if walk?.steps == window { closeWindow(at: learner.theta) }
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    closeWindow(at: learner.theta)
    guard let fisher, let scoreOfTask else { return }
    let total = score.map { 0.5 * ($0 + scoreOfTask) } ?? scoreOfTask
    // The quadratic carries a ½ that the paper's penalty does not have.
    quadratic = Quadratic(
      weight: Real(2 * lambda) * (fisher.normalised + total.normalised), centre: learner.theta)
    score = total
    (self.scoreOfTask, walk) = (nil, nil)
  }

  private mutating func closeWindow(at theta: Tensor) {
    guard let walk, walk.steps > 0 else { return }
    let squares = walk.squares / Real(walk.steps)
    let known = fisher ?? squares
    let distance = 0.5 * known * (theta - walk.start).squared
    scoreOfTask? += walk.descent.relu / (distance + Real(epsilon))
    fisher = Real(alpha) * squares + Real(1 - alpha) * known
    self.walk = Walk(from: theta)
  }
}

extension RWalk: Configurable {
  public static let about = About(
    "rwalk", "EWC's Fisher information and SI's path in one importance",
    paper: "Chaudhry, Dokania, Ajanthan & Torr 2018", .regularization, line: 5,
    fineTuning: ["lambda": .number(0)])
  public static let standard = RWalk(lambda: 1)
  public static let settings: [Setting<RWalk>] = [
    .number("lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one"),
    .number("alpha", \.alpha, .above(0, upTo: 1), "α, how much a new window counts"),
    .count("window", \.window, "Δt, how many steps a window has"),
    .number("epsilon", \.epsilon, .above(0), "ε, which keeps scores finite"),
  ]
}

/// The steps of one window.
private struct Walk: Sendable, Codable {
  /// Where it began, [P].
  let start: Tensor
  /// The sum of the squared gradients, [P].
  var squares: Tensor
  /// −Σ_t g(t) Δθ(t), [P].
  var descent: Tensor
  var steps = 0
  private var gradient: Tensor?
  private var before: Tensor?

  init(from theta: Tensor) {
    start = theta
    squares = .zeros(theta.shape)
    descent = .zeros(theta.shape)
  }

  mutating func begin(_ gradient: Tensor, at theta: Tensor) {
    self.gradient = gradient
    before = theta
  }

  mutating func end(at theta: Tensor) {
    guard let gradient, let before else { return }
    squares += gradient.squared
    descent.add(-1, gradient * (theta - before))
    steps += 1
    (self.gradient, self.before) = (nil, nil)
  }
}

extension Tensor {
  /// Its numbers moved and stretched to [0, 1]; zeros when all are equal.
  fileprivate var normalised: Tensor {
    let (low, high) = read { ($0.min() ?? 0, $0.max() ?? 0) }
    return high > low ? (self - low) / (high - low) : .zeros(shape)
  }
}
