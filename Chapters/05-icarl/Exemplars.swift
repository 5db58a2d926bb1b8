import Book
import CLCore

/// A way of choosing exemplars of a class.
enum Choice: String, CaseIterable, Sendable {
  /// One after the other, each bringing the mean of those chosen as close as it can to that of all.
  case herded = "herded"
  /// By chance.
  case random = "at random"
  /// Those closest to the mean of all.
  case nearest = "nearest the mean"

  /// The first `count` choices among the rows of features [n, d], in order.
  func order(_ features: Tensor, count: Int, _ random: inout Random) -> [Int] {
    let rows = features.shape[0]
    switch self {
    case .herded: return features.herded(count)
    case .random: return Array(random.permutation(rows).prefix(count))
    case .nearest:
      let distances = (features - features.meanRow).lengthsOfRows
      return Array((0..<rows).sorted { distances[$0] < distances[$1] }.prefix(count))
    }
  }
}

/// What a number of exemplars of each class is worth to a network whose weights stay as they are.
struct Worth: Codable {
  /// The distance from the mean of the exemplars to that of the class, the mean over classes, [counts].
  private(set) var distances: [Double] = []
  /// The accuracy of the nearest mean of exemplars on the test images, [counts].
  private(set) var accuracies: [Double] = []

  /// The worth of the first so many exemplars of each class, for each of `counts`.
  init(_ choice: Choice, _ counts: [Int], _ teacher: Teacher, seed: UInt64) {
    let (learner, task) = (teacher.learner, teacher.task)
    var random = Random(seed: seed, "choice")
    let classes = task.classes.map { label in
      let features = learner.directions(task.train, task.train.positions(of: label))
      let order = choice.order(features, count: counts.max() ?? 0, &random)
      return (features: features, order: order, mean: features.meanRow)
    }
    let tested = learner.directions(task.test)
    for count in counts {
      let means = classes.map { $0.features.rows(at: $0.order.prefix(count)).meanRow }
      let gaps = zip(means, classes).map { Double(($0 - $1.mean).norm) }
      distances.append(gaps.mean)
      let answers = tested.closeness(to: means).argmaxOfRows
      let right = answers.indices.filter { answers[$0] == task.test.label(at: $0) }
      accuracies.append(Double(right.count) / Double(max(answers.count, 1)))
    }
  }
}
