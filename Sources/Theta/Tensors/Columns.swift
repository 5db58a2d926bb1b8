/// Which columns of a matrix of scores take part.
public enum Columns: Sendable, Hashable {
  /// Every column.
  case all
  /// These columns, in every row.
  case range(Range<Int>)
  /// For each row its own.
  case ranges([Range<Int>])

  /// Calls `body` with the first row, the number of rows and the columns of each block of rows that
  /// have the same columns.
  package func forEachBlock(of shape: Shape, _ body: (_ row: Int, _ rows: Int, Range<Int>) -> Void)
  {
    let (rows, columns) = shape.matrix
    func check(_ range: Range<Int>) -> Range<Int> {
      require(
        !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= columns,
        "the active outputs \(range) are outside scores of shape \(shape)")
      return range
    }
    switch self {
    case .all: body(0, rows, check(0..<columns))
    case .range(let range): body(0, rows, check(range))
    case .ranges(let ranges):
      require(ranges.count == rows, "\(ranges.count) ranges of outputs for \(rows) rows")
      for (row, range) in ranges.enumerated() { body(row, 1, check(range)) }
    }
  }
}
