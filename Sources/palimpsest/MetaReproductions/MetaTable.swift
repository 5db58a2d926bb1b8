import CLCore
import Lessons

/// Results of meta-learning as text: a row a method and number of steps.
package struct MetaTable {
  private let reproduction: MetaReproduction
  private let results: [MetaResult]

  package init(_ reproduction: MetaReproduction, _ results: [MetaResult]) {
    self.reproduction = reproduction
    self.results = results
  }

  /// The lines, at most `width` columns wide.
  package func lines(width: Int) -> [String] {
    let table = Table(
      title: "",
      columns: ["method", "steps", "mean", "median", "diverged", "published"],
      rows: reproduction.rows(of: results).map(cells))
    let note =
      "Mean squared error: the mean over the tasks that did not diverge, and the median over all; each ± "
      + "standard error over seeds \(reproduction.seeds.seedText). Diverged: test tasks, of all seeds "
      + "together. Published: the mean over all tasks, one run, taken to scatter as ours do; it agrees "
      + "within 2 combined standard errors."
    return [""] + table.drawn(width: width) + [""]
      + StyledText(note).wrapped(to: width).map(\.plain)
  }

  private func cells(of row: MetaRow) -> [String] {
    let isFirst = row.step == reproduction.test.steps(of: row.entry)[0]
    return [
      isFirst ? row.entry.method : "", "\(row.step)", row.mean.withError, row.median.withError,
      "\(row.diverged.count) of \(row.diverged.of)",
      row.publishedText + (row.comparison.map { " " + $0.verdict.rawValue } ?? ""),
    ]
  }
}
