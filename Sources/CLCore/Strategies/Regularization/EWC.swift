/// Elastic weight consolidation (Kirkpatrick et al. 2017, equation 3), offline: one well for each old
/// task k, as steep as the diagonal of that task's Fisher information F⁽ᵏ⁾ at its solution θ*⁽ᵏ⁾:
///
///     L(θ) = L_B(θ) + Σₖ λ/2 Σᵢ Fᵢ⁽ᵏ⁾ (θᵢ − θ*ᵢ⁽ᵏ⁾)²
///
/// With the ½, and with F a *mean* over samples: a λ from code that sums over samples, or squares the
/// gradient of a batch, is smaller or larger by orders of magnitude.
///
/// Memory: two θ, whatever the number of tasks, because a sum of wells is one well. Time: one pass over
/// θ a step more than fine-tuning.
public struct EWC: Strategy {
  /// λ, how much an old task counts against the new one.
  public var lambda: Double
  /// Whose label the Fisher information takes.
  public var fisher: Fisher
  /// How many samples it is a mean over; all of the task's when `nil`.
  public var samples: Int?
  private var well: Quadratic?

  /// EWC with strength λ.
  public init(lambda: Double, fisher: Fisher = .exact, samples: Int? = nil) {
    self.lambda = lambda
    self.fisher = fisher
    self.samples = samples
  }

  public var name: String { "EWC" }

  public func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? { well }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let f = learner.fisher(fisher, of: task, samples: samples)
    let own = Quadratic(weight: Real(lambda) * f, centre: learner.theta)
    well = well.map { $0.merged(with: own) } ?? own
  }

  public func weightsKept(_ learner: Learner) -> Int { well == nil ? 0 : 2 * learner.theta.count }

  public var passesPerStep: Int { 5 }
}
