import CLCore

/// A method of this package's own: λ/2 ‖θ − θ*‖² is added to the loss; θ* is θ after the last task.
struct Anchored: Strategy {
  var lambda = 1.0
  /// θ*, [P], which is saved in a checkpoint.
  var anchor: Tensor?

  var name: String { "anchored" }

  func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? {
    anchor.map { Quadratic(weight: Tensor(repeating: Real(lambda), $0.shape), centre: $0) }
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) { anchor = learner.theta }
}

extension Anchored: Configurable {
  static let about = About(
    "anchored", "ties the weights to where the last task left them", paper: "no paper",
    .regularization, line: 7)
  static let standard = Anchored()
  static let settings: [Setting<Anchored>] = [
    .number("lambda", \.lambda, .atLeast(0), "the stiffness of the spring")
  ]
}
