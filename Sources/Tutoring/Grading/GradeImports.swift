/// Grades as learning platforms import them: a line for each student, who is known by the folder's name.
extension Grades {
  /// For Moodle. The columns are those of an assignment's grading worksheet, which is uploaded again when folders are called
  /// as Moodle's download calls them (`Zoe Ott_1234_assignsubmission_file`). Other names stand in `Identifier` as they are, for
  /// Grades → Import → CSV file, where a column is said to hold user names, e-mail addresses or ID numbers. The date of last
  /// change is not known: without it a grade that is there already is replaced only when the teacher says so.
  package var moodle: String {
    let heading = [
      "Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)",
      "Feedback comments",
    ]
    return Self.table(
      [heading]
        + rows.map { row in
          let own = row.student.wholeMatch(of: /(.+?)_(\d+)_assignsubmission_.*/)
          return [
            own.map { "Participant \($0.2)" } ?? row.student, own.map { "\($0.1)" } ?? row.student,
            "\(row.score)", "\(total)", "", feedback(row),
          ]
        })
  }

  /// For Canvas: the columns that its gradebook imports. A student is known by the ID in the name that Canvas gives to
  /// what it lets download (`ottzoe_1234_5678_workbook`), or else by a folder called like the login or the student: Canvas
  /// takes the first of ID, login and name that it knows.
  package var canvas: String {
    let heading = ["Student", "ID", "SIS Login ID", "Section", "Palimpsest"]
    return Self.table(
      [heading, ["Points Possible", "", "", "", "\(total)"]]
        + rows.map { row in
          let own = row.student.wholeMatch(of: /([^_]+)(_LATE)?_(\d+)_(\d+)(_.*)?/)
          return [
            own.map { "\($0.1)" } ?? row.student, own.map { "\($0.3)" } ?? "",
            row.student, "", "\(row.score)",
          ]
        })
  }

  /// What became of each exercise, in a line.
  private func feedback(_ row: Row) -> String {
    zip(exercises, row.verdicts).map { exercise, verdict in
      "\(exercise.number) \(exercise.name): \(verdict.level.rawValue)"
        + (verdict.slip.map { " (\($0))" } ?? "")
    }.joined(separator: "; ")
  }

  private static func table(_ lines: [[String]]) -> String {
    lines.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }
}
