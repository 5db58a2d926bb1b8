import CLCore

/// Our average accuracy beside the published one, both in per cent.
package struct Comparison: Sendable, Codable, Equatable {
  /// Ours minus theirs, in points.
  package let difference: Double
  /// √(ours² + theirs²) of the two standard errors, as far as they are known; `nil` when neither is. Where
  /// nothing was published beside a mean, their runs are taken to scatter as ours do: a single run then has
  /// the standard deviation of a run of ours.
  package let combinedError: Double?
  /// Whether the difference is within two combined standard errors, or within what counts as none.
  package let isClose: Bool
  /// What follows.
  package let verdict: Verdict

  /// What can be said of a difference.
  package enum Verdict: String, Sendable, Codable {
    case agrees, differs
    /// The figure compared with is known from memory only, whatever the difference.
    case unverified = "unverified source"
  }

  /// - Parameter none: a difference that counts as none: a point of accuracy.
  package init(ours: Statistics, published: Published, none: Double = 1) {
    difference = ours.mean - published.mean
    let theirs =
      published.standardError ?? ours.standardDeviation.map(published.standardError(ofRun:))
    let errors = [ours.standardError, theirs].compactMap { $0 }
    combinedError = errors.isEmpty ? nil : errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
    isClose = abs(difference) <= max(none, 2 * (combinedError ?? 0))
    verdict = published.source == .memory ? .unverified : isClose ? .agrees : .differs
  }

  /// How many combined standard errors the difference is.
  package var errors: Double? { combinedError.flatMap { $0 > 0 ? difference / $0 : nil } }
}
