/// What became of a call.
public enum Reply: Codable, Equatable, Sendable {
  /// The function gave this.
  case value(Value)
  /// The function threw ``Todo``.
  case todo
  /// The function threw something else.
  case failure(String)
}
