/// Through what a meta-gradient is taken.
public enum MetaOrder: String, Sendable, Codable, CaseIterable {
  /// The adapted weights are constants apart from where they started.
  case first
  /// The steps of adaptation, gradients themselves, are differentiated too.
  case second
}

extension Learner {
  /// The loss of each task, [tasks], at as many θ stacked weight by weight, [tasks · P]: the mean squared
  /// error, or the mean cross-entropy.
  public func losses(of examples: Examples, at thetas: Variable) -> Variable {
    let scores = network(
      Variable(examples.inputs), at: thetas, task: nil, copies: examples.tasks)
    let each: Variable
    switch examples.targets {
    case .values(let values):
      require(
        scores.shape == values.shape,
        "values of shape \(values.shape) for outputs of shape \(scores.shape)")
      each = (scores - Variable(values)).squared / Real(values.shape[-1])
    case .labels(let labels):
      let truth = Tensor.oneHot(labels, columns: scores.shape[-1]).reshaped(scores.shape)
      let right = (scores * Variable(truth)).summed(to: scores.shape.replacing(-1, by: 1))
      each = scores.logSumExp() - right
    }
    let shares = each.summed(to: each.shape.replacing(-1, by: 1).replacing(-2, by: 1))
    return shares.reshaped([examples.tasks]) / Real(examples.perTask)
  }

  /// Each task's θ after `steps` steps of gradient descent on its support set, all from `theta` [P]:
  /// θ' ← θ' − α ∇L(θ'), [tasks · P], stacked weight by weight.
  ///
  /// At the variable θ' the gradient is a function of θ, and what follows is differentiated through it. At
  /// its value the gradient is numbers: that is all of first-order MAML.
  public func adapted(
    _ theta: Variable, to support: Examples, rate alpha: Double, steps: Int,
    _ order: MetaOrder = .second
  ) -> Variable {
    require(steps >= 0, "a task cannot be adapted to by \(steps) steps")
    var adapted = theta.stacked(support.tasks, network.layout)
    for _ in 0..<steps {
      let slope =
        switch order {
        case .second: CLCore.gradient(at: adapted) { losses(of: support, at: $0).sum }
        case .first:
          Variable(CLCore.gradient(at: adapted.value) { losses(of: support, at: $0).sum })
        }
      adapted = adapted - Real(alpha) * slope
    }
    return adapted
  }
}
