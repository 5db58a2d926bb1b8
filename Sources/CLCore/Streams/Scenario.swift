/// What a learner may know at test time (van de Ven and Tolias, 2019).
///
/// In this book a scenario is a range of active outputs and nothing more.
public enum Scenario: String, Sendable, Codable, CaseIterable {
  /// The task's identity is given: each task has outputs of its own, and only they compete.
  case task
  /// The identity is not given and not asked for: all tasks share the same outputs.
  case domain
  /// The identity must be inferred: each task has outputs of its own, and all compete.
  case `class`
}
