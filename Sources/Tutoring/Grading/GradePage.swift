extension Grades {
  /// A page for the teacher: the pass rate of each check, the slips that were made, and every student's levels, which
  /// open on what was said.
  package var page: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Exercises of \(rows.count) students</title>
    <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; margin: 1rem 0 2rem; }
    th, td { padding: .3rem .7rem; text-align: left; border-bottom: 1px solid #8885; vertical-align: top; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; }
    progress { width: 8rem; accent-color: #0072B2; }
    .scroll { overflow-x: auto; }
    .scroll th, .scroll td { white-space: nowrap; }
    summary { cursor: pointer; }
    pre { font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; width: 22rem; margin: .3rem 0; }
    </style>
    </head>
    <body>
    <h1>Exercises of \(rows.count) students</h1>
    <h2>How many pass each check</h2>
    <table>
    <thead><tr><th scope="col">Exercise</th><th scope="col">Check</th><th scope="col">Pass</th><th scope="col">Share</th></tr></thead>
    <tbody>
    \(rates)
    </tbody>
    </table>
    <h2>What went wrong, by name</h2>
    \(slips)
    <h2>Students</h2>
    <div class="scroll">
    <table>
    <thead><tr><th scope="col">Student</th><th scope="col">Score</th>\(exercises.map { "<th scope=\"col\">\($0.number) \(Self.escaped($0.name))</th>" }.joined())</tr></thead>
    <tbody>
    \(students)
    </tbody>
    </table>
    </div>
    <p>Seeds of the numbers that were tried: \(seeds.map(String.init).joined(separator: " ")).</p>
    </body>
    </html>

    """
  }

  private var rates: String {
    exercises.enumerated().flatMap { index, exercise in
      exercise.check.trials.enumerated().map { number, trial in
        let passed = rows.count { row in
          row.verdicts[index].trials.indices.contains(number)
            && row.verdicts[index].trials[number].finding == nil
        }
        let percent = rows.isEmpty ? 0 : (100 * passed + rows.count / 2) / rows.count
        return
          "<tr><td>\(exercise.number) \(Self.escaped(exercise.name))</td><td>\(Self.escaped(trial.name))</td>"
          + "<td class=\"number\">\(passed) of \(rows.count)</td>"
          + "<td><progress max=\"100\" value=\"\(percent)\">\(percent) %</progress> \(percent) %</td></tr>"
      }
    }.joined(separator: "\n")
  }

  private var slips: String {
    var counts: [String: Int] = [:]
    for row in rows {
      for verdict in row.verdicts {
        if let slip = verdict.slip { counts["\(verdict.exercise): \(slip)", default: 0] += 1 }
      }
    }
    guard !counts.isEmpty else { return "<p>No slip was recognised.</p>" }
    let lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "<li>\(Self.escaped($0.key)), \($0.value)×</li>"
    }
    return "<ul>\n\(lines.joined(separator: "\n"))\n</ul>"
  }

  private var students: String {
    rows.map { row in
      let cells = row.verdicts.map { verdict in
        let level =
          "\(Telling.mark(verdict.level)) \(verdict.level.rawValue)\(verdict.slip.map { " (\(Self.escaped($0)))" } ?? "")"
        return verdict.level == .right || verdict.level == .untouched
          ? "<td>\(level)</td>"
          : "<td><details><summary>\(level)</summary><pre>\(Self.escaped(verdict.message))</pre></details></td>"
      }
      return
        "<tr><th scope=\"row\">\(Self.escaped(row.student))</th><td class=\"number\">\(row.score) of \(total)</td>\(cells.joined())</tr>"
    }.joined(separator: "\n")
  }

  /// Text as it stands in a page: a student's name or an error message holds no mark-up.
  static func escaped(_ text: String) -> String {
    text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      ">", with: "&gt;"
    )
    .replacing("\"", with: "&quot;")
  }
}
