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
