/// How near an answer is.
package enum Level: String, Codable, Sendable, Comparable, CaseIterable {
  /// Still to be written.
  case untouched
  /// It could not be checked, for a reason that is not its own: the compiler crashed.
  case unchecked
  /// It does not compile, crashes, or does not end.
  case broken
  /// The value has another shape or type than asked for.
  case shape
  /// Something is not right.
  case wrong
  /// Right up to a factor, a transposition, or digits.
  case almost
  /// Right.
  case right

  package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What is wrong with an answer, in the method's words.
package struct Finding: Equatable, Sendable {
  /// How near it is.
  package let level: Level
  /// What is said to the learner.
  package let message: String
  /// The slip that was recognised.
  package let slip: String?

  /// A finding.
  package init(_ level: Level, _ message: String, slip: String? = nil) {
    self.level = level
    self.message = message
    self.slip = slip
  }
}
