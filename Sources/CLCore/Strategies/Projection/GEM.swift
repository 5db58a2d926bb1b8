/// Gradient episodic memory (Lopez-Paz & Ranzato 2017, equations 5 to 11): a step that, to first order,
/// raises the loss on no old task's memory, and is otherwise as near to the gradient as can be.
///
///     minimise ½ ‖g − g̃‖²   subject to ⟨g̃, gₖ⟩ ≥ 0 for all old tasks k
///     g̃ = g + Gᵀv*,   v* = argmin ½ vᵀGGᵀv + gᵀGᵀv over v ≥ 0
///
/// g is the gradient of the batch, gₖ, a row of G, that of task k's memory at the same θ. Where no ⟨g, gₖ⟩
/// is negative, g is left as it is. The memory of a task is a ring buffer, which holds the latest
/// samples met; it is filled while the task is learnt.
///
/// Memory: m samples a task, and t θ during a step of task t. Time: a step of task t differentiates the
/// loss of the t − 1 memories too, and multiplies the gradients with each other.
public struct GEM: Projecting {
  /// A constant γ ≥ 0 that turns the step further towards the old tasks than it need be.
  public enum Margin: Sendable, Codable, Hashable {
    /// g̃ = g + Gᵀ(v* + γ), as the paper has it. It may violate a constraint that v* satisfies, for γ
    /// adds gradients that oppose each other.
    case added(Double)
    /// v ≥ γ in the programme, as the authors' code has it. All constraints hold.
    case lowerBound(Double)
  }

  /// The samples kept of each task.
  public private(set) var memory: Memory
  /// How far beyond the constraints to go.
  public var margin: Margin
  /// How often a constraint was violated.
  public private(set) var violations = Violations()

  /// GEM with a ring buffer of so many samples a task. The defaults are those of the paper's
  /// experiments on MNIST, as the authors' code has them.
  public init(samplesPerTask: Int = 256, margin: Margin = .lowerBound(0.5)) {
    require(margin.size >= 0, "a margin is 0 or more, not \(margin.size)")
    memory = .ring(perTask: samplesPerTask)
    self.margin = margin
  }

  public var name: String { "GEM" }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    let old = memory.tasks(before: task)
    if old.isEmpty { return }
    let gradients = Tensor.stacked(old.map { learner.gradient(memory.batch(of: .task($0))) })
    let opposed = GEM.project(&gradient, gradients, margin)
    violations.count(
      learning: task.index, projected: !opposed.isEmpty, opposed: opposed.map { old[$0] })
  }

  /// Replaces g [P] by g̃ if it opposes a row of G [k, P], and says which rows it opposed.
  @discardableResult
  public static func project(
    _ gradient: inout Tensor, _ gradients: Tensor, _ margin: Margin
  ) -> [Int] {
    let size = gradient.count
    let rows = (0..<gradients.shape[0]).map { gradients.part(from: $0 * size, [size]) }
    let products = rows.map { $0.dot(gradient) }
    let opposed = rows.indices.filter { products[$0] < 0 }
    if opposed.isEmpty { return [] }
    let gram = Tensor.product(gradients, gradients, transposeB: true)
    for (row, v) in zip(rows, margin.solution(gram, Tensor(products))) where v > 0 {
      gradient.add(Real(v), row)
    }
    return opposed
  }

  /// Samples are kept once their step has been made, and no constraint is one of their own task.
  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    memory.offer(batch, &learner.random)
  }
}

extension GEM: Configurable {
  public static let about = About(
    "gem", "the nearest step that raises the loss of no old task's memory",
    paper: "Lopez-Paz & Ranzato 2017", .projection, line: 0,
    fineTuning: ["memory": .number(0)])
  public static let standard = GEM()
  public static let settings: [Setting<GEM>] = [
    .count("memory", \.memory.size, from: 0, "samples kept of each task, the latest"),
    .number("margin", \.margin.size, .atLeast(0), "γ, how far beyond the constraints to go"),
    .choice(
      "margin-kind", \.margin.kind,
      "v ≥ γ in the programme, as the authors' code, or v* + γ, as the paper"),
  ]
}

extension GEM.Margin {
  /// γ.
  var size: Double {
    get {
      switch self {
      case .added(let size), .lowerBound(let size): size
      }
    }
    set { self = kind == .added ? .added(newValue) : .lowerBound(newValue) }
  }

  /// The margin without its γ.
  enum Kind: String, CaseIterable {
    case lowerBound, added
  }

  /// Which of the two it is.
  var kind: Kind {
    get { if case .added = self { .added } else { .lowerBound } }
    set { self = newValue == .added ? .added(size) : .lowerBound(size) }
  }

  /// v, [k], for GGᵀ [k, k] and Gg [k].
  public func solution(_ gram: Tensor, _ products: Tensor) -> [Double] {
    switch self {
    case .added(let margin):
      DualProgram(gram: gram, products: products).solution.map { $0 + margin }
    case .lowerBound(let margin):
      DualProgram(gram: gram, products: products, margin: margin).solution
    }
  }
}

extension Memory {
  /// The tasks met before this one of which samples are kept, for a memory grouped by task.
  func tasks(before task: Experience) -> [Int] {
    groups.filter { !positions(of: $0).isEmpty }.compactMap(\.task).filter { $0 < task.index }
  }
}
