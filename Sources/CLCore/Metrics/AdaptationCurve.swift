/// How well tasks are solved after 0, 1, 2, … steps of adaptation.
public struct AdaptationCurve: Sendable, Codable, Equatable {
  /// The loss, or the accuracy, on each task's query set after each number of steps, from 0 on:
  /// [steps + 1][tasks].
  public let values: [[Double]]

  /// What is measured.
  public enum Measure: Sendable {
    /// The mean squared error or the mean cross-entropy.
    case loss
    /// Of classification, the share of samples whose largest score is their label's.
    case accuracy
  }

  /// The curve of these losses or accuracies, [steps + 1][tasks].
  public init(_ values: [[Double]]) {
    require(
      !values.isEmpty && values.allSatisfy { $0.count == values[0].count && !$0.isEmpty },
      "a curve needs a number for each of its tasks after every step")
    self.values = values
  }

  /// How many tasks.
  public var tasks: Int { values[0].count }

  /// Which tasks adaptation drove away: those with a loss above `bound` and above what it was before the
  /// first step, or with none that is a number.
  ///
  /// At a fixed rate a task whose loss curves too steeply gets worse with every step, and ever faster. One
  /// such task can outweigh six hundred others in a mean, so it is counted apart.
  public func diverged(beyond bound: Double, after steps: Int) -> [Int] {
    values[steps].indices.filter { !(values[steps][$0] <= max(bound, values[0][$0])) }
  }

  /// The mean after so many steps over the tasks that are not in `leaving`.
  public func mean(after steps: Int, leaving: [Int] = []) -> Double {
    let left = Set(leaving)
    let kept = values[steps].indices.filter { !left.contains($0) }.map { values[steps][$0] }
    return kept.reduce(0, +) / Double(kept.count)
  }

  /// The median after so many steps, over all tasks.
  public func median(after steps: Int) -> Double {
    // A loss that is no number counts as larger than all others.
    let sorted = values[steps].map { $0.isNaN ? .infinity : $0 }.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
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
    // So many at once that their weights stay in the cache.
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
