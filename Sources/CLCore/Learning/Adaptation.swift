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

extension Learner {
  /// The loss, or the accuracy, on each task's query set after 0…steps steps of gradient descent at rate α on
  /// its support set, each task from θ.
  public func adaptationCurve(
    _ episodes: Episodes, rate alpha: Double, steps: Int,
    measuring measure: AdaptationCurve.Measure = .loss
  ) -> AdaptationCurve {
    require(steps >= 0, "a curve cannot have \(steps) steps of adaptation")
    var values = [[Double]](repeating: [], count: steps + 1)
    // 25 at once: their weights stay in the cache.
    for first in stride(from: 0, to: episodes.tasks, by: 25) {
      let some = episodes.picking(Array(first..<min(first + 25, episodes.tasks)))
      for (step, thetas) in adaptations(to: some.support, rate: alpha, steps: steps).enumerated() {
        values[step] += measured(measure, some.query, at: Variable(thetas))
      }
    }
    return AdaptationCurve(values)
  }

  private func measured(
    _ measure: AdaptationCurve.Measure, _ examples: Examples, at thetas: Variable
  ) -> [Double] {
    switch (measure, examples.targets) {
    case (.loss, _): return losses(of: examples, at: thetas).value.values.map { Double($0) }
    case (.accuracy, .labels(let labels)):
      let scores = network(
        Variable(examples.inputs), at: thetas, task: nil, copies: examples.tasks
      ).value
      let isRight = zip(scores.argmaxOfRows, labels).map { $0 == $1 }
      let n = examples.perTask
      return (0..<examples.tasks).map { task in
        Double(isRight[task * n..<(task + 1) * n].count { $0 }) / Double(n)
      }
    case (.accuracy, .values): misuse("only tasks of classification have an accuracy")
    }
  }

  /// Each task's θ after 0, 1, …, `steps` steps of gradient descent at rate α on its support set: as many
  /// stacks [tasks · P].
  public func adaptations(to support: Examples, rate alpha: Double, steps: Int) -> [Tensor] {
    require(steps >= 0, "a task cannot be adapted to by \(steps) steps")
    var stacks = [theta.stacked(support.tasks, network.layout)]
    for step in 0..<steps {
      let slope = CLCore.gradient(at: stacks[step]) { losses(of: support, at: $0).sum }
      stacks.append(stacks[step] - Real(alpha) * slope)
    }
    return stacks
  }
}
