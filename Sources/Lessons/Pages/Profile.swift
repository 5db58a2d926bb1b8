/// How much of a chapter's work a run does.
public enum Profile: String, Codable, CaseIterable, Sendable {
  /// A few seconds: does every line run? Claims are printed and not checked.
  case smoke
  /// About a minute on two cores: the numbers of the printed page.
  case quick
  /// All the data.
  case full

  /// The value for this profile.
  public func pick<Value>(smoke: Value, quick: Value, full: Value) -> Value {
    switch self {
    case .smoke: smoke
    case .quick: quick
    case .full: full
    }
  }

  /// Whether a claim that fails ends the run with a non-zero exit code.
  var checksClaims: Bool { self != .smoke }
}
