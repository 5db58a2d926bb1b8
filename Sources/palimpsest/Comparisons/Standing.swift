import CLCore

/// What may be said of who is highest in a comparison of one number per seed.
package enum Standing: Equatable {
  /// Some run has no such number.
  case undefined
  /// There is one run.
  case single
  /// All have the same mean.
  case equal
  /// This one is higher than each other.
  case highest(Int)
  /// This one has the highest mean, and these others, the highest first, are not shown to be lower.
  case open(Int, [Int])

  /// - Parameter values: of each run its number by seed.
  ///
  /// On seeds that two runs share, the 95 % interval of their paired differences decides; where they share fewer than
  /// two, their own intervals must lie apart. With one seed nothing is shown.
  package init(_ values: [[UInt64: Double]]) {
    guard !values.isEmpty, values.allSatisfy({ !$0.isEmpty && $0.values.allSatisfy(\.isFinite) })
    else {
      self = .undefined
      return
    }
    let means = values.map { Statistics($0.sorted { $0.key < $1.key }.map(\.value)).mean }
    let best = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    let rivals = means.indices.filter {
      $0 != best && !Self.isHigher(values[best], than: values[$0])
    }.sorted { (-means[$0], $0) < (-means[$1], $1) }
    if values.count == 1 {
      self = .single
    } else if means.allSatisfy({ $0 == means[best] }) {
      self = .equal
    } else {
      self = rivals.isEmpty ? .highest(best) : .open(best, rivals)
    }
  }

  private static func isHigher(_ a: [UInt64: Double], than b: [UInt64: Double]) -> Bool {
    let shared = a.keys.filter { b[$0] != nil }.sorted()
    if shared.count > 1 {
      let difference = Statistics.paired(
        shared.compactMap { a[$0] }, minus: shared.compactMap { b[$0] })
      return difference.interval().map { $0.lowerBound > 0 } ?? false
    }
    guard let high = Statistics(Array(a.values)).interval(),
      let low = Statistics(Array(b.values)).interval()
    else { return false }
    return high.lowerBound > low.upperBound
  }
}

extension RunComparison {
  /// The numbers of each run by seed, for a ``Standing``; of a run in which a seed has none, nothing.
  func standing(_ measure: (SeedRecord) -> Double?) -> Standing {
    Standing(
      runs.map { run in
        let pairs = run.records.compactMap { record in measure(record).map { (record.seed, $0) } }
        guard pairs.count == run.records.count else { return [:] }
        return Dictionary(pairs) { first, _ in first }
      })
  }

  /// The run with the highest mean beside those that are not shown to be lower, in words.
  func openText(_ best: Int, _ rivals: [Int], _ value: (Int) -> String) -> (
    best: String, rivals: String
  ) {
    // A title has room for two.
    let named = rivals.count > 2 ? Array(rivals.prefix(1)) : rivals
    let names = named.map { "\(labels[$0]) (\(value($0)))" }
    let rest = rivals.count > 2 ? ["\(rivals.count - 1) others"] : []
    return ("\(labels[best]) (\(value(best)))", (names + rest).joined(separator: " and "))
  }
}
