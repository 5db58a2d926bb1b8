/// Tables as Markdown has them, in the ledger and for `compare`.
enum Markdown {
  /// A table: the columns of `left` begin at the left, the others, of numbers, end at the right.
  static func table(_ columns: [String], left: Set<String>, _ rows: [[String]]) -> [String] {
    [row(columns), row(columns.map { left.contains($0) ? "---" : "---:" })] + rows.map(row)
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
