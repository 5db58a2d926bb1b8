/// What an exercise throws where the learner's code is still to be written.
public struct Todo: Error, Sendable {
  /// Marks a place as still to be written.
  public init() {}
}
