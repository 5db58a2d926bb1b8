import Foundation

/// What `make check` leaves for scripts: `output/check.json`, in the shape of exercism's results (version 3) a
/// list of exercises, with scores.
package struct Report: Codable, Sendable {
  /// One thing that was tried.
  package struct Test: Codable, Sendable {
    package let name: String
    package let status: String
    package let message: String?
    package let task_id: Int
    package let points: Int
    package let max_points: Int
  }
  /// One exercise.
  package struct Exercise: Codable, Sendable {
    package let version: Int
    package let exercise: String
    package let chapter: Int
    package let status: String
    package let level: Level
    package let message: String
    package let slip: String?
    package let score: Int
    package let max_score: Int
    package let seconds_compiler: Double
    package let seconds_program: Double
    package let tests: [Test]
  }
  /// The seeds that the numbers were drawn from: `--seeds` repeats them.
  package let seeds: [UInt64]
  /// Whether all are right.
  package let passed: Bool
  /// The exercises.
  package let exercises: [Exercise]

  /// A report on `entries`.
  package init(_ entries: [Round.Entry], seeds: [UInt64]) {
    self.seeds = seeds
    passed = entries.allSatisfy { $0.verdict.level == .right }
    exercises = entries.map { Exercise($0.exercise, $0.verdict) }
  }

  /// Writes it whole.
  /// - Throws: what `JSONEncoder` and `Data` throw.
  package func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try encoder.encode(self).write(to: file, options: .atomic)
  }
}

extension Report.Exercise {
  /// What exercism calls a result, of one exercise.
  package init(_ exercise: BookExercise, _ verdict: Verdict) {
    version = 3
    self.exercise = exercise.name
    chapter = exercise.folder.chapterNumber
    level = verdict.level
    status = Self.status(verdict.level)
    message = verdict.message
    slip = verdict.slip
    score = verdict.passed
    max_score = verdict.trials.count
    seconds_compiler = (1000 * verdict.seconds.compiler).rounded() / 1000
    seconds_program = (1000 * verdict.seconds.program).rounded() / 1000
    tests = verdict.trials.enumerated().map { number, trial in
      Report.Test(
        name: trial.name,
        status: Self.status(trial.finding?.level ?? .right),
        message: trial.finding?.message, task_id: number + 1, points: trial.finding == nil ? 1 : 0,
        max_points: 1)
    }
  }

  /// Exercism's word for a level.
  private static func status(_ level: Level) -> String {
    switch level {
    case .right: "pass"
    case .broken, .unchecked: "error"
    case .untouched, .shape, .wrong, .almost: "fail"
    }
  }
}
