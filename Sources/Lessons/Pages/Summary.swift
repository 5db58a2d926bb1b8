/// The last lines of a run: how long it took, what it left, whether it kept its word.
struct Summary {
  private let record: Record
  private let folder: String
  /// The claims that the run contradicts.
  let failed: [Claim]

  init(_ record: Record, folder: String) {
    self.record = record
    self.folder = folder
    failed = record.claims.filter { $0.verdict == .fails }
  }

  func lines(width: Int) -> [StyledText] {
    let time = ProgressLine.duration(record.timings.total)
    let mark = failed.isEmpty ? StyledText("✓ ", .good) : StyledText("✗ ", .bad)
    let first = StyledText("Chapter \(record.chapter) finished in \(time)", .bold)
    let facts = [figures, claims, "\(folder)/"].compactMap(\.self).joined(separator: " · ")
    return [mark + first] + StyledText(facts).wrapped(to: width - 2).map { StyledText("  ") + $0 }
  }

  private var figures: String? {
    let count = record.figures.count
    return count == 0 ? nil : count == 1 ? "1 figure" : "\(count) figures"
  }

  private var claims: String? {
    let all = record.claims
    if all.isEmpty { return nil }
    if all.contains(where: { $0.verdict == .notChecked }) {
      return all.count == 1 ? "1 claim not checked" : "\(all.count) claims not checked"
    }
    let elsewhere = all.count { $0.verdict == .otherData }
    if failed.isEmpty, elsewhere > 0 {
      return "\(all.count - elsewhere) of \(all.count) claims hold; "
        + "the others speak of other data than these"
    }
    if failed.isEmpty { return all.count == 1 ? "its claim holds" : "all \(all.count) claims hold" }
    return failed.count == 1
      ? "1 of \(all.count) claims does not hold"
      : "\(failed.count) of \(all.count) claims do not hold"
  }
}

extension Record {
  /// The figures of all cells.
  public var figures: [FigureOutput] {
    cells.flatMap(\.outputs).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// The claims of all cells.
  public var claims: [Claim] {
    cells.flatMap(\.outputs).compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
  }
}
