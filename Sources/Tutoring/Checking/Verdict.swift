/// What is said about one exercise.
package struct Verdict: Sendable {
  /// The exercise's name.
  package let exercise: String
  /// What became of each trial; empty when the code did not compile.
  package let trials: [TrialResult]
  /// Whether it compiled and was run.
  package let ran: Bool
  /// How near it is: the level of the first trial that fails.
  package let level: Level
  /// What is said about the first thing that is wrong.
  package let message: String
  /// The slip that was recognised.
  package let slip: String?
  /// What the learner's code printed.
  package let printed: String
  /// Seconds that the compiler took, and that the learner's program took.
  package var seconds = (compiler: 0.0, program: 0.0)

  /// How many trials passed.
  package var passed: Int { trials.count { $0.finding == nil } }

  /// A verdict on a program that ran.
  package init(_ exercise: String, _ trials: [TrialResult], printed: String) {
    let first = trials.lazy.compactMap(\.finding).first
    self.exercise = exercise
    self.trials = trials
    self.printed = printed
    ran = true
    level = first?.level ?? .right
    message = first?.message ?? "All \(trials.count) checks pass."
    slip = first?.slip
  }

  /// A verdict on code that was not run: all checks share it.
  package init(_ exercise: String, _ level: Level, _ message: String, names: [String]) {
    self.exercise = exercise
    trials = names.map { TrialResult(name: $0, finding: Finding(level, message)) }
    printed = ""
    ran = false
    self.level = level
    self.message = message
    slip = nil
  }
}
