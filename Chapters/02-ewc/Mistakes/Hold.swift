import Book
import CLCore

/// What a method holds each weight by when the second task begins, [P], at λ = 1.
struct Hold: Sendable {
  let version: Version
  let values: [Double]

  /// Learns one task; `nil` for a method without a penalty on the weights.
  init?(_ version: Version, _ stream: TaskStream, _ scale: Scale, seed: UInt64) throws {
    var run = try scale.trial(version.make(1), stream, seed)
    while let event = try run.advance(), event != .began(task: 1) {}
    guard let well = run.strategy.penalty(stream[1], run.learner) else { return nil }
    self.version = version
    values = well.weight.values.map { Double($0) }
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
