/// The last lines of a run: how long it took, what it left, whether it kept its word.
struct Summary {
  private let record: Record
  private let folder: String
  private let wording: Wording
  /// The claims that the run contradicts.
  let failed: [Claim]

  init(_ record: Record, folder: String, wording: Wording) {
    self.record = record
    self.folder = folder
    self.wording = wording
    failed = record.claims.filter { $0.verdict == .fails }
  }

  func lines(width: Int) -> [StyledText] {
    let time = ProgressLine.duration(record.timings.total)
    let mark = failed.isEmpty ? StyledText("✓ ", .good) : StyledText("✗ ", .bad)
    let first = StyledText(wording.finished(record.chapter, in: time), .bold)
    let facts = [figures, claims, "\(folder)/", kept].compactMap(\.self).joined(separator: " · ")
    return [mark + first] + StyledText(facts).wrapped(to: width - 2).map { StyledText("  ") + $0 }
  }

  /// What earlier runs had done already.
  private var kept: String? {
    record.timings.kept.map {
      wording.saved(ProgressLine.duration($0.values.reduce(0, +)))
    }
  }

  private var figures: String? {
    let count = record.figures.count
    return count == 0 ? nil : wording.figures(count)
  }

  private var claims: String? {
    let all = record.claims
    if all.isEmpty { return nil }
    if all.contains(where: { $0.verdict == .notChecked }) { return wording.notChecked(all.count) }
    guard failed.isEmpty else { return wording.broken(failed.count, of: all.count) }
    let elsewhere = all.count { $0.verdict == .otherData }
    return elsewhere == 0
      ? wording.allHold(all.count) : wording.hold(all.count - elsewhere, of: all.count)
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
