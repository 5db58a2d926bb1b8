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
    let rows = reproduction.rows(of: results)
    let table = Table(
      title: "",
      columns: ["method", "steps", "mean", "median", "diverged", "published"],
      rows: rows.map(cells))
    let legend =
      "Mean squared error: the mean over the tasks that did not diverge, and the median over all; of each the "
      + "\(reproduction.seeds.meanText). Diverged: test tasks, of all seeds "
      + "together. Published: the mean over all tasks, one run, taken to scatter as ours do; it agrees "
      + "within 2 combined standard errors."
    return [""] + table.drawn(width: width) + [""]
      + ([legend] + causes(rows)).flatMap { StyledText($0).wrapped(to: width).map(\.plain) }
  }

  /// What is known of the methods that differ.
  private func causes(_ rows: [MetaRow]) -> [String] {
    reproduction.entries(thatDifferIn: rows).compactMap { entry in
      entry.cause.map { "\(entry.method): \($0)" }
    }
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
