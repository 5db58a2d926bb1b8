/// A pipe table of a Markdown file, with the line of each row, for a check.
struct MarkdownTable {
  struct Row {
    let line: Int
    let cells: [String]
  }
  let file: String
  let columns: [String]
  let rows: [Row]

  /// The first table of `source`.
  /// - Throws: ``SourceError`` when there is none, or with the line of a row that has another number of cells.
  init(_ source: SourceText) throws(SourceError) {
    file = source.name
    var found: [Row] = []
    for (index, text) in source.text.sourceLines.enumerated() where text.hasPrefix("|") {
      let cells = text.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
      found.append(Row(line: index + 1, cells: cells.map(\.trimmed)))
    }
    guard let head = found.first, found.count > 2 else {
      throw SourceError(file: file, line: nil, problem: "has no table")
    }
    columns = head.cells
    rows = Array(found.dropFirst(2))
    if let odd = rows.first(where: { $0.cells.count != head.cells.count }) {
      throw SourceError(
        file: file, line: odd.line,
        problem: "has \(odd.cells.count) cells under \(head.cells.count) columns")
    }
  }

  /// The texts of the column with this name, with their lines.
  /// - Throws: ``SourceError`` when there is no such column.
  func column(_ name: String) throws(SourceError) -> [(line: Int, text: String)] {
    guard let index = columns.firstIndex(of: name) else {
      throw SourceError(file: file, line: nil, problem: "has no column \"\(name)\"")
    }
    return rows.map { ($0.line, $0.cells[index]) }
  }
}
