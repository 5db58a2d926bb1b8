/// A table of results: a title, named columns, rows of text, and a note on what the numbers are.
public struct Table: Codable, Equatable, Sendable {
  /// What the table shows.
  public let title: String
  /// The columns' names, from left to right.
  public let columns: [String]
  /// One text a column in every row.
  public let rows: [[String]]
  /// For example "mean ± 95 % t-interval, 5 seeds".
  public let note: String?

  /// A table of `rows` under `columns`.
  /// - Precondition: every row has one text for each column.
  public init(title: String, columns: [String], rows: [[String]], note: String? = nil) {
    precondition(
      rows.allSatisfy { $0.count == columns.count },
      "table \"\(title)\": every row needs \(columns.count) texts, one for each column")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }

  /// The table drawn with lines, at most `width` columns wide: the widest columns give way and wrap.
  package func drawn(width: Int) -> [String] {
    let widths = columnWidths(within: width)
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }
    let numeric = columns.indices.map(isNumeric)
    func drawRow(_ cells: [String]) -> [String] {
      let wrapped = zip(cells, widths).map { cell, width in
        StyledText(cell).wrapped(to: width).map(\.plain)
      }
      let height = wrapped.map(\.count).max() ?? 1
      return (0..<height).map { line in
        let parts = columns.indices.map { column in
          let text = line < wrapped[column].count ? wrapped[column][line] : ""
          return numeric[column]
            ? text.rightAligned(to: widths[column]) : text.padded(to: widths[column])
        }
        return "│ " + parts.joined(separator: " │ ") + " │"
      }
    }
    return [rule("┌", "┬", "┐")] + drawRow(columns) + [rule("├", "┼", "┤")]
      + rows.flatMap(drawRow) + [rule("└", "┴", "┘")]
  }

  private func columnWidths(within width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      max(1, ([columns[column]] + rows.map { $0[column] }).map(\.displayWidth).max() ?? 1)
    }
    let available = width - 3 * columns.count - 1
    while widths.reduce(0, +) > available,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 2
    {
      widths[widest] -= 1
    }
    return widths
  }

  /// Numbers stand right, so that their digits stand below one another. "1: Shirt" is a name.
  func isNumeric(_ column: Int) -> Bool {
    let texts = rows.map { $0[column] }.filter { !$0.isEmpty && $0 != "–" && $0 != "—" }
    return !texts.isEmpty
      && texts.allSatisfy { text in
        let digits = text.drop { "−-+±<>≈~ ".contains($0) }
        return digits.first?.isNumber == true && !digits.contains(":")
      }
  }
}
