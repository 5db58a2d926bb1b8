import CLCore

/// A reproduced table of meta-learning as a section of the ledger.
package struct MetaLedgerSection {
  private let reproduction: MetaReproduction
  private let results: [MetaResult]
  private let making: Making

  package init(_ reproduction: MetaReproduction, _ results: [MetaResult], _ making: Making) {
    self.reproduction = reproduction
    self.results = results
    self.making = making
  }

  /// The section in Markdown, without its heading.
  package var lines: [String] {
    let rows = reproduction.rows(of: results)
    let compared = rows.compactMap(\.comparison)
    let agree = compared.count { $0.verdict == .agrees }
    return [reproduction.paper + ".", ""] + making.lines + [""] + table(of: rows) + [
      "",
      "Of \(compared.count) cells with a figure to compare with, \(agree) agree and "
        + "\(compared.count - agree) differ.",
    ] + explanations(of: rows) + [""] + LedgerText.protocolLines(reproduction.protocolParts) + [
      "- ours: mean squared error over the tasks that did not diverge, mean ± standard error over "
        + "the seeds; it has no points, so it agrees within 2 combined standard errors only",
      "- published: the mean over all tasks of one run, which is taken to scatter as ours do",
    ]
  }

  private func table(of rows: [MetaRow]) -> [String] {
    Markdown.table(
      ["method", "steps", "ours", "median", "diverged", "published", "difference", "verdict"],
      left: ["method", "verdict"],
      rows.map { row in
        [
          row.entry.method, "\(row.step)", row.mean.withError, row.median.withError,
          "\(row.diverged.count) of \(row.diverged.of)", row.publishedText,
          row.comparison?.text ?? "–", row.comparison?.verdict.rawValue ?? "nothing published",
        ]
      })
  }

  private func explanations(of rows: [MetaRow]) -> [String] {
    LedgerText.explanations(
      reproduction.entries(thatDifferIn: rows).map { ($0.method, $0.cause) })
  }
}
