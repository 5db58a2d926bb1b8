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
