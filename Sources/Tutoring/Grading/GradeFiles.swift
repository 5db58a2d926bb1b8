import Foundation

extension Grades {
  /// A class in exercism's shape of results (version 3): one for each student and exercise, with scores.
  private struct Class: Codable {
    struct Student: Codable {
      let student: String
      let score: Int
      let max_score: Int
      let results: [Report.Exercise]
    }
    let version: Int
    let seeds: [UInt64]
    let students: [Student]
  }

  /// How many checks there are.
  package var total: Int { exercises.reduce(0) { $0 + $1.check.trials.count } }

  /// A line for each student and exercise.
  package var csv: String {
    var lines = ["student,exercise,level,score,max_score,slip,message"]
    for row in rows {
      for (exercise, verdict) in zip(exercises, row.verdicts) {
        let fields = [
          row.student, exercise.name, verdict.level.rawValue, "\(verdict.passed)",
          "\(verdict.trials.count)",
          verdict.slip ?? "", verdict.message,
        ]
        lines.append(fields.map(Self.field).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A field in quotes. A name or a message that a spreadsheet would take for a formula begins with an apostrophe;
  /// some pass over white space before they look, and some take the wide signs of East Asia too.
  package static func field(_ text: String) -> String {
    let first = text.first { !$0.isWhitespace && !$0.isNewline }
    let isFormula = first.map { "=+-@＝＋－＠".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.printable.replacing("\"", with: "\"\"") + "\""
  }

  /// Writes `grades.csv`, `grades.json`, `grades.html`, `grades-moodle.csv` and `grades-canvas.csv` into `folder`.
  /// - Throws: what `JSONEncoder` and `Data` throw.
  package func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [
      ("grades.csv", csv), ("grades-moodle.csv", moodle), ("grades-canvas.csv", canvas),
    ] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
    let students = rows.map { row in
      Class.Student(
        student: row.student, score: row.score, max_score: total,
        results: zip(exercises, row.verdicts).map { Report.Exercise($0, $1) })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(Class(version: 3, seeds: seeds, students: students))
      .write(to: folder.appendingPathComponent("grades.json"), options: .atomic)
    try Data(page.utf8).write(to: folder.appendingPathComponent("grades.html"), options: .atomic)
  }
}
