import ArgumentParser
import CLCore

/// How a comparison is written; `tidy` is not a table of runs but every accuracy in a row of its own.
package enum TableFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case text, markdown, csv, latex, tidy
}

extension RunComparison {
  /// The lines in a format.
  package func lines(as format: TableFormat, width: Int) -> [String] {
    switch format {
    case .text: lines(width: width)
    case .markdown: markdown
    case .csv: csv
    case .latex: latex
    case .tidy: tidy
    }
  }

  /// `results.csv`: a row per run, seed, tasks learnt (0 is before any) and task tested (from 1). A seed that diverged has
  /// one row, with the number of tasks learnt before.
  package var tidy: [String] {
    ["run,method,seed,trained,tested,accuracy,status"]
      + zip(everyLabel, everyRun).flatMap { label, run in
        let start = "\(Self.quoted(label)),\(run.config.method)"
        let finished = run.records.flatMap { record in
          record.matrix.rows.enumerated().flatMap { trained, row in
            row.enumerated().map { tested, accuracy in
              "\(start),\(record.seed),\(trained),\(tested + 1),\(accuracy.map { "\($0)" } ?? ""),finished"
            }
          }
        }
        return finished + run.diverged.map { "\(start),\($0.seed),\($0.tasksLearnt),,,diverged" }
      }
  }

  private var markdown: [String] {
    Markdown.table(Self.columns, left: [Self.columns[0]], rows) + [""] + notes
  }

  /// Means and standard errors as numbers, in columns of their own.
  private var csv: [String] {
    let measures = ["acc", "bwt", "fwt", "forgetting", "seconds", "numbers_kept"]
    let heading = ["run", "seeds"] + measures.flatMap { [$0, $0 + "_sem"] }
    return [heading.joined(separator: ",")]
      + zip(labels, runs).map { label, run in
        let found: [Statistics?] = [
          run.percent(\.averageAccuracy), run.percent(\.backwardTransfer),
          run.percent(\.forwardTransfer), run.percent(\.forgetting), run.time, run.memory,
        ]
        let cells = found.flatMap { statistics in
          [statistics?.mean, statistics?.standardError].map { $0.map { "\($0)" } ?? "" }
        }
        return ([Self.quoted(label), "\(run.records.count)"] + cells).joined(separator: ",")
      }
      + divergedLabels.map {
        // No seed has finished, and no measure is defined.
        ([Self.quoted($0), "0"] + heading.dropFirst(2).map { _ in "" }).joined(separator: ",")
      }
  }

  /// A cell of CSV (RFC 4180).
  static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A `tabular` with the rules of the package booktabs.
  private var latex: [String] {
    func row(_ cells: [String]) -> String {
      cells.map(inLatex).joined(separator: " & ") + " \\\\"
    }
    let alignment = "l" + String(repeating: "r", count: Self.columns.count - 1)
    return ["\\begin{tabular}{\(alignment)}", "\\toprule", row(Self.columns), "\\midrule"]
      + rows.map(row) + ["\\bottomrule", "\\end{tabular}"] + notes.map { "% " + $0 }
  }

  private func inLatex(_ text: String) -> String {
    text.reduce(into: "") { written, character in
      switch character {
      case "±": written += "$\\pm$"
      case "−": written += "$-$"
      case "–": written += "--"
      case "\\": written += "\\textbackslash{}"
      case "%", "&", "_", "#", "$", "{", "}": written += "\\\(character)"
      default: written.append(character)
      }
    }
  }
}
