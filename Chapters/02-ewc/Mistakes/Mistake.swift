import CLCore

/// A method that differs from EWC in one place; what the two share, the sum of wells, stands here.
protocol Mistake: Consolidating {
  var wells: Wells { get set }
}

extension Mistake {
  var quadratic: Quadratic? { wells.sum }
}

/// Σₖ λ/2 Σᵢ Fᵢ⁽ᵏ⁾ (θᵢ − θ*ᵢ⁽ᵏ⁾)² as it grows from task to task.
struct Wells: Sendable, Codable {
  /// λ.
  let lambda: Double
  /// How many samples of a task its importance is taken over.
  let samples: Int
  private(set) var sum: Quadratic?

  /// No wells yet, of strength λ.
  init(lambda: Double, samples: Int) {
    self.lambda = lambda
    self.samples = samples
  }

  /// The Fisher information of a task where the learner stands, [P].
  func fisher(of task: Experience, _ learner: Learner) -> Tensor {
    learner.fisher(.exact, of: task, samples: samples)
  }

  /// Adds a task's well to those before.
  mutating func add(_ importance: Tensor, about centre: Tensor) {
    let own = Quadratic(weight: Real(lambda) * importance, centre: centre)
    sum = sum.map { $0.merged(with: own) } ?? own
  }

  /// Puts a task's well in the place of those before.
  mutating func replace(with importance: Tensor, about centre: Tensor) {
    sum = Quadratic(weight: Real(lambda) * importance, centre: centre)
  }
}
