/// Elastic weight consolidation (Kirkpatrick et al. 2017, equation 3), offline: one well for each old
/// task k, as steep as the diagonal of that task's Fisher information F⁽ᵏ⁾ at its solution θ*⁽ᵏ⁾:
///
///     L(θ) = L_B(θ) + Σₖ λ/2 Σᵢ Fᵢ⁽ᵏ⁾ (θᵢ − θ*ᵢ⁽ᵏ⁾)²
///
/// With the ½, and with F a *mean* over samples: a λ from code that sums over samples, or squares the
/// gradient of a batch, is smaller or larger by orders of magnitude.
///
/// Memory and time: those of ``Consolidating``.
public struct EWC: Consolidating {
  /// λ, how much an old task counts against the new one.
  public var lambda: Double
  /// How the Fisher information is estimated.
  public var fisher: Fisher
  /// How many samples it is a mean over, drawn from the task's; all of them when `nil`.
  public var samples: Int?
  /// Whether these are the task's first samples instead; `nil` is no, and is not saved.
  private var takesFirst: Bool?
  public private(set) var quadratic: Quadratic?

  /// EWC with strength λ.
  public init(lambda: Double, fisher: Fisher = .exact, samples: Int? = nil) {
    self.lambda = lambda
    self.fisher = fisher
    self.samples = samples
  }

  /// EWC as in the comparison of Lopez-Paz & Ranzato (2017, GEM), whose strength is 3 with 10
  /// memories: for each old task, strength · Σᵢ gᵢ² (θᵢ − θ*ᵢ)² without a ½, g being the mean gradient of
  /// the task's first samples, as many as there are memories. They are the first by definition and are not
  /// drawn: where a task is sorted by class, g is that of one class.
  ///
  /// g is squared once, after signs have cancelled: this is `Fisher.batched`, not a Fisher information.
  public static func gem2017(strength: Double = 3, memories: Int = 10) -> EWC {
    var method = EWC(lambda: 2 * strength, fisher: .batched(memories), samples: memories)
    method.takesFirst = true
    return method
  }

  public var name: String { "EWC" }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let part =
      takesFirst == true
      ? task.train.prefix(samples ?? task.train.count) : learner.samples(of: task, samples)
    let f = learner.fisher(fisher, of: part, task: task.index)
    let own = Quadratic(weight: Real(lambda) * f, centre: learner.theta)
    quadratic = quadratic.map { $0.merged(with: own) } ?? own
  }
}

extension EWC: Configurable {
  public static let about = About(
    "ewc", "holds each weight by its Fisher information: a term for every old task",
    paper: "Kirkpatrick et al. 2017", .regularization, line: 0,
    fineTuning: ["lambda": .number(0)])
  public static let standard = EWC(lambda: 1e5)
  public static let settings: [Setting<EWC>] =
    [
      .number(
        "lambda", \.lambda, .atLeast(0), "λ, how much the old tasks count against the new one")
    ]
    + Fisher.settings(\.fisher.kind, \.fisher.batchSize, \.samples)
}
