import Book
import CLCore

/// A glance at a learner during training: what one step on new tasks does.
struct Look: Codable {
  /// The mean loss after the step.
  let loss: Double
  /// The share of the loss that the step takes away.
  let gain: Double
  /// How far the step goes: see `Learner.reach`.
  let reach: Double

  init(_ learner: Learner, _ episodes: Episodes) {
    let curve = learner.adaptationCurve(episodes, rate: Waves.alpha, steps: 1)
    loss = curve.mean(after: 1)
    gain = 1 - loss / curve.mean(after: 0)
    reach = learner.reach(on: episodes.support, rate: Waves.alpha)
  }
}

extension Learner {
  /// The network's outputs at places x for weights θ [P].
  func answers(at places: [Double], _ theta: Tensor) -> [Double] {
    let x = Tensor(places.map { Real($0) }, [places.count, 1])
    return network(Variable(x), at: Variable(theta), task: nil).value.values.map { Double($0) }
  }

  /// How far a step goes, as a share of the way to the lowest point in its direction: α ⟨g, Hg⟩ / ⟨g, g⟩, with g and H
  /// the gradient and the Hessian of a task's loss at θ. The mean over tasks.
  func reach(on examples: Examples, rate alpha: Double) -> Double {
    let (tasks, layout) = (examples.tasks, network.layout)
    let thetas = theta.stacked(tasks, layout)
    func slope(_ thetas: Variable) -> Variable {
      CLCore.gradient(at: thetas) { losses(of: examples, at: $0).sum }
    }
    let g = slope(Variable(thetas)).value
    // The tasks share nothing, so one product is that of every task.
    let hg = CLCore.gradient(at: thetas) { (slope($0) * Variable(g)).sum }
    return (0..<tasks).map { task in
      let own = g.unstacked(task, of: tasks, layout)
      return alpha * Double(own.dot(hg.unstacked(task, of: tasks, layout)) / own.dot(own))
    }.mean
  }
}
