/// How well tasks are solved after 0, 1, 2, … steps of adaptation.
public struct AdaptationCurve: Sendable, Codable, Equatable {
  /// The loss of each task's query set after each number of steps, from 0 on: [steps + 1][tasks].
  public let losses: [[Double]]

  /// The curve of these losses, [steps + 1][tasks].
  public init(losses: [[Double]]) {
    require(
      !losses.isEmpty && losses.allSatisfy { $0.count == losses[0].count && !$0.isEmpty },
      "a curve needs the loss of each of its tasks after every step")
    self.losses = losses
  }

  /// How many tasks.
  public var tasks: Int { losses[0].count }

  /// Which tasks ended no better than they might without learning anything: with a loss above `bound`, or
  /// none.
  ///
  /// At a fixed rate a task whose loss curves too steeply is driven away, ever faster. One such task can
  /// outweigh six hundred others in a mean, so it is counted apart.
  public func diverged(beyond bound: Double, after steps: Int) -> [Int] {
    losses[steps].indices.filter { !(losses[steps][$0] <= bound) }
  }

  /// The mean loss after so many steps over the tasks that are not in `leaving`.
  public func mean(after steps: Int, leaving: [Int] = []) -> Double {
    let left = Set(leaving)
    let kept = losses[steps].indices.filter { !left.contains($0) }.map { losses[steps][$0] }
    return kept.reduce(0, +) / Double(kept.count)
  }

  /// The median loss after so many steps, over all tasks.
  public func median(after steps: Int) -> Double {
    // A loss that is no number counts as larger than all others.
    let sorted = losses[steps].map { $0.isNaN ? .infinity : $0 }.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension Learner {
  /// The loss of each task's query set after 0…steps steps of gradient descent at rate α on its support
  /// set, each task from θ.
  public func adaptationCurve(
    _ episodes: Episodes, rate alpha: Double, steps: Int
  ) -> AdaptationCurve {
    var losses = [[Double]](repeating: [], count: steps + 1)
    // So many at once that their weights stay in the cache.
    for first in stride(from: 0, to: episodes.tasks, by: 25) {
      let some = episodes.picking(Array(first..<min(first + 25, episodes.tasks)))
      for (step, thetas) in adaptations(to: some.support, rate: alpha, steps: steps).enumerated() {
        losses[step] += self.losses(of: some.query, at: Variable(thetas)).value.values
          .map(Double.init)
      }
    }
    return AdaptationCurve(losses: losses)
  }

  /// Each task's θ after 0, 1, …, `steps` steps of gradient descent at rate α on its support set: as many
  /// stacks [tasks · P].
  public func adaptations(to support: Examples, rate alpha: Double, steps: Int) -> [Tensor] {
    var stacks = [theta.stacked(support.tasks, network.layout)]
    for step in 0..<steps {
      let slope = CLCore.gradient(at: stacks[step]) { losses(of: support, at: $0).sum }
      stacks.append(stacks[step] - Real(alpha) * slope)
    }
    return stacks
  }
}
