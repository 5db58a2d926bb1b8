import Book
import CLCore

/// What a method holds each weight by when the second task begins, [P], at λ = 1.
struct Hold: Sendable {
  let version: Version
  let values: [Double]

  /// What a version holds the weights by; `nil` for one without a penalty on them.
  init?(_ version: Version, _ weights: Tensor?) {
    guard let weights else { return nil }
    self.version = version
    values = weights.values.map { Double($0) }
  }

  /// The sum over all weights.
  var sum: Double { values.reduce(0, +) }

  /// How many times as large as another's it is, in all.
  func size(against other: Hold) -> Double {
    sum / other.sum
  }

  /// How far both put the weights in the same order, from 1 to −1; weights that do not matter to the
  /// other are left out.
  func order(against other: Hold) -> Double? {
    let known = other.values.indices.filter { other.values[$0] > 0 }
    return rankCorrelation(known.map { values[$0] }, known.map { other.values[$0] })
  }

  /// The mean importance in `count` groups of equally many weights, which `other` puts in order; weights
  /// that do not matter to it are left out.
  func means(inGroupsOf other: Hold, count: Int) -> [Double] {
    let order = other.values.indices.filter { other.values[$0] > 0 }
      .sorted { other.values[$0] < other.values[$1] }
    return (0..<count).map { group in
      let part = order[group * order.count / count..<(group + 1) * order.count / count]
      return part.reduce(0) { $0 + values[$1] } / Double(max(part.count, 1))
    }
  }
}

extension Version {
  /// What each weight is held by after the first task of `stream`, [P]; `nil` without a penalty on the
  /// weights.
  func weights(after stream: TaskStream, _ scale: Scale, seed: UInt64) throws -> Tensor? {
    var run = try scale.trial(make(1), stream, seed)
    while let event = try run.advance(), event != .began(task: 1) {}
    return run.strategy.penalty(stream[1], run.learner)?.weight
  }
}
