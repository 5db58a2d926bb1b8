import ArgumentParser
import CLCore

/// How a comparison is written.
package enum TableFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case text, markdown, csv, latex
}

extension RunComparison {
  /// The lines in a format.
  package func lines(as format: TableFormat, width: Int) -> [String] {
    switch format {
    case .text: lines(width: width)
    case .markdown: markdown
    case .csv: csv
    case .latex: latex
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
        return ([quoted(label), "\(run.records.count)"] + cells).joined(separator: ",")
      }
  }

  private func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
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
