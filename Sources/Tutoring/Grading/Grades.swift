import Foundation

/// What a class has handed in, checked: a verdict for each student and exercise.
package struct Grades: Sendable {
  /// One student's verdicts, in the order of the exercises.
  package struct Row: Sendable {
    package let student: String
    package let verdicts: [Verdict]
    /// Checks that passed.
    package var score: Int { verdicts.reduce(0) { $0 + $1.passed } }
  }
  /// The exercises.
  package let exercises: [BookExercise]
  /// The students.
  package let rows: [Row]
  /// The seeds, the same for all.
  package let seeds: [UInt64]

  /// Checks all submissions, `workers` at a time, each in a sandbox of its own.
  ///
  /// - Parameters:
  ///   - engine: a copy that every user may read.
  ///   - desk: a folder for what is built; removed by the caller.
  ///   - groups: where memory is bounded; nil when it is looked at.
  ///   - said: told of each student who is done.
  /// - Throws: ``ExerciseError`` when there is no sandbox, or nothing can be built.
  package init(
    _ submissions: [Submission], exercises: [BookExercise], engine: Engine, desk: URL,
    groups: ControlGroups?, seeds: [UInt64], workers: Int, said: @escaping @Sendable (Row) -> Void
  ) throws(ExerciseError) {
    let sandboxes = try (0..<workers).map { number throws(ExerciseError) in
      try Bubblewrap(engine: engine, user: 64_000 + number, groups: groups)
    }
    let examiners = sandboxes.enumerated().map { number, sandbox in
      Examiner(
        engine: engine, enclosure: sandbox, desk: desk.appendingPathComponent("worker\(number)"),
        seeds: seeds, owner: sandbox.user)
    }
    rows = try Crew.work(submissions.count, workers: workers) {
      worker, number throws(ExerciseError) in
      try Self.row(submissions[number], exercises, examiners[worker])
    } said: {
      said($0)
    }
    self.exercises = exercises
    self.seeds = seeds
  }

  private static func row(
    _ submission: Submission, _ exercises: [BookExercise], _ examiner: Examiner
  ) throws(ExerciseError) -> Row {
    var verdicts: [Verdict] = []
    for exercise in exercises {
      let names = exercise.check.trials.map(\.name)
      switch submission.paper(exercise.folder) {
      case .text(let text):
        verdicts.append(try examiner.verdict(on: text, of: exercise, path: exercise.folder.file))
      case .missing:
        verdicts.append(Verdict(exercise.name, .untouched, "Not handed in.", names: names))
      case .elsewhere(let place):
        verdicts.append(
          Verdict(exercise.name, .unchecked, place, names: names))
      case .refused(let why): verdicts.append(Verdict(exercise.name, .broken, why, names: names))
      }
    }
    return Row(student: submission.student, verdicts: verdicts)
  }
}
