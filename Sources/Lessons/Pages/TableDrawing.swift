extension Table {
  /// The table drawn with lines, at most `width` columns wide.
  ///
  /// The widest columns give way and wrap at blanks. A number is never broken, and stays with its sign, its error and its
  /// unit; a word is broken only when it is longer than `longestWord`. Where that does not fit, each row is a list.
  package func drawn(width: Int) -> [String] {
    let cells = ([columns] + rows).map { $0.map(Self.joined) }
    guard let widths = columnWidths(of: cells, within: width) else { return list(width: width) }
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }
    let numeric = columns.indices.map(isNumeric)
    func drawRow(_ cells: [String]) -> [String] {
      let wrapped = zip(cells, widths).map { cell, width in Self.wrapped(cell, to: width) }
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
    return [rule("┌", "┬", "┐")] + drawRow(cells[0]) + [rule("├", "┼", "┤")]
      + cells.dropFirst().flatMap(drawRow) + [rule("└", "┴", "┘")]
  }

  /// The longest word that a column makes room for: one that is longer, such as a path, is broken.
  private static let longestWord = 16

  /// The width of each column; nil when they do not fit.
  private func columnWidths(of cells: [[String]], within width: Int) -> [Int]? {
    func widest(_ measure: (String) -> Int) -> [Int] {
      columns.indices.map { column in max(1, cells.map { measure($0[column]) }.max() ?? 1) }
    }
    var widths = widest(\.displayWidth)
    let available = width - 3 * columns.count - 1
    for least in [
      widest { Self.leastWidth(of: $0, longest: .max) },
      widest { Self.leastWidth(of: $0, longest: Self.longestWord) },
    ] {
      while widths.reduce(0, +) > available,
        let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: {
          widths[$0] < widths[$1]
        })
      {
        widths[widest] -= 1
      }
    }
    return widths.reduce(0, +) <= available ? widths : nil
  }

  /// Each row as a list: the first cell, and below it the others, each after its column's name.
  private func list(width: Int) -> [String] {
    rows.flatMap { row in
      zip(columns, row).enumerated().flatMap { place, cell in
        let text = [cell.0, cell.1].filter { !$0.isEmpty }.joined(separator: ": ")
        let indent = place == 0 ? 0 : 2
        return cell.1.isEmpty
          ? []
          : Self.wrapped(Self.joined(text), to: max(2, width - 4)).enumerated().map { line, part in
            String(repeating: " ", count: line == 0 ? indent : 4) + part
          }
      }
    }
  }

  /// A blank that is shown and at which no line ends.
  private static let noBreak: Character = "\u{A0}"

  /// The text with no line end between a number and its error, its unit or what compares it.
  private static func joined(_ text: String) -> String {
    let signs: Set = ["±", "×", "·", "−", "<", ">", "≤", "≥", "≈", "="]
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.indices.reduce(into: "") { joined, place in
      if place > 0 {
        let (left, right) = (words[place - 1], words[place])
        let isHeld = signs.contains(left) || signs.contains(right) || right == "%"
        joined.append(isHeld ? noBreak : " ")
      }
      joined += words[place]
    }
  }

  /// The columns that a text needs at least: those of its longest number, and of its longest word up to `longest`.
  private static func leastWidth(of text: String, longest: Int) -> Int {
    StyledText(text).words.map { word in
      let isNumber = word.drop { "−-+±<>≈~(".contains($0) }.first?.isNumber == true
      return isNumber || word.contains(noBreak)
        ? word.displayWidth : min(word.displayWidth, longest)
    }.max() ?? 1
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    StyledText(text).wrapped(to: width).map { $0.plain.replacing(String(noBreak), with: " ") }
  }
}
