/// A chapter's prose set for a terminal: the Markdown that prose needs, and formulas as Unicode.
///
/// Paragraphs, headings, lists, block quotes, fenced code, pipe tables and display formulas; within a line
/// bold, italics, code, formulas and links.
package struct Markdown {
  private let width: Int
  private var lines: [StyledText] = []
  private var paragraph: [String] = []

  /// `text` in lines of at most `width` columns.
  /// - Throws: ``FormulaError`` for a formula that cannot be shown.
  package static func lines(_ text: String, width: Int) throws(FormulaError) -> [StyledText] {
    var setter = Markdown(width: width)
    var rest = text.sourceLines[...]
    while let line = rest.popFirst() { try setter.take(line, &rest) }
    try setter.closeParagraph()
    return Array(setter.lines.drop { $0.stretches.isEmpty })
  }

  private init(width: Int) { self.width = width }

  private mutating func take(_ line: String, _ rest: inout ArraySlice<String>) throws(FormulaError)
  {
    let text = line.trimmed
    if text.isEmpty {
      try closeParagraph()
    } else if text.hasPrefix("```") {
      try closeParagraph()
      blank()
      while let code = rest.popFirst(), !code.trimmed.hasPrefix("```") {
        lines.append(StyledText("    " + code, .code))
      }
    } else if text.hasPrefix("$$") {
      try closeParagraph()
      try takeDisplay(text, &rest)
    } else if let match = text.wholeMatch(of: /#{1,6}\s+(.+)/) {
      try closeParagraph()
      blank()
      let plain = try Inline.styled(String(match.1)).plain
      lines += StyledText(plain, .heading).wrapped(to: width)
    } else if let match = text.wholeMatch(of: />\s?(.*)/) {
      try closeParagraph()
      try takeQuote(String(match.1), &rest)
    } else if let item = line.wholeMatch(of: /(\s*)([-*+]|\d+[.)])\s+(.+)/) {
      try closeParagraph()
      try takeItem(
        indent: item.1.count, mark: String(item.2), text: String(item.3), &rest)
    } else if text.hasPrefix("|") {
      try closeParagraph()
      try takeTable(text, &rest)
    } else if text.wholeMatch(of: /-{3,}|\*{3,}/) != nil {
      try closeParagraph()
      blank()
      lines.append(StyledText(String(repeating: "─", count: width), .dim))
    } else {
      paragraph.append(text)
    }
  }

  private mutating func closeParagraph() throws(FormulaError) {
    guard !paragraph.isEmpty else { return }
    blank()
    lines += try Inline.styled(paragraph.joined(separator: " ")).wrapped(to: width)
    paragraph = []
  }

  private mutating func takeDisplay(_ first: String, _ rest: inout ArraySlice<String>)
    throws(FormulaError)
  {
    var tex = String(first.dropFirst(2))
    while !tex.contains("$$"), let line = rest.popFirst() { tex += "\n" + line }
    guard let end = tex.range(of: "$$") else {
      throw FormulaError(formula: tex, problem: "a $$ is missing")
    }
    blank()
    for line in try Formula.unicode(String(tex[..<end.lowerBound])).split(
      whereSeparator: \.isNewline)
    {
      for part in StyledText(String(line), .formula).wrapped(to: max(1, width - 4)) {
        lines.append(StyledText("    ") + part)
      }
    }
    blank()
    let after = tex[end.upperBound...].trimmed
    if !after.isEmpty { paragraph.append(after) }
  }

  private mutating func takeQuote(_ first: String, _ rest: inout ArraySlice<String>)
    throws(FormulaError)
  {
    var text = first
    while let next = rest.first?.trimmed.wholeMatch(of: />\s?(.*)/) {
      text += "\n" + next.1
      rest.removeFirst()
    }
    blank()
    for line in try Self.lines(text, width: max(1, width - 2)) {
      lines.append(StyledText("┃ ", .dim) + line)
    }
  }

  private mutating func takeItem(
    indent: Int, mark: String, text first: String, _ rest: inout ArraySlice<String>
  ) throws(FormulaError) {
    var text = first
    // The following lines that stand further in than the mark go on with the item.
    while let next = rest.first, !next.trimmed.isEmpty,
      next.prefix(while: { $0 == " " }).count > indent,
      next.trimmed.wholeMatch(of: /([-*+]|\d+[.)])\s+.+/) == nil
    {
      text += " " + next.trimmed
      rest.removeFirst()
    }
    if lines.last?.plain.trimmed.wholeMatch(of: /(•|\d+[.)])\s.*/) == nil, !afterItem { blank() }
    let shown = mark.first?.isNumber == true ? mark : "•"
    let margin = String(repeating: " ", count: indent + 2)
    let hang = margin + String(repeating: " ", count: shown.count + 1)
    let body = try Inline.styled(text).wrapped(to: max(1, width - hang.count))
    for (index, line) in body.enumerated() {
      lines.append(StyledText(index == 0 ? "\(margin)\(shown) " : hang) + line)
    }
  }

  /// Whether the last line goes on with a list item, so that no blank line comes between two items.
  private var afterItem: Bool { lines.last?.plain.hasPrefix("    ") == true }

  private mutating func takeTable(_ first: String, _ rest: inout ArraySlice<String>)
    throws(FormulaError)
  {
    var rows = [first]
    while let next = rest.first, next.trimmed.hasPrefix("|") {
      rows.append(next.trimmed)
      rest.removeFirst()
    }
    var cells: [[String]] = []
    for row in rows where row.wholeMatch(of: /[|:\s-]+/) == nil {
      let inner = row.dropFirst().reversed().drop { $0 == "|" || $0 == " " }.reversed()
      var texts: [String] = []
      for cell in String(inner).split(separator: "|", omittingEmptySubsequences: false) {
        texts.append(try Inline.styled(cell.trimmed).plain)
      }
      cells.append(texts)
    }
    let columns = cells.first ?? []
    let body = cells.dropFirst().map { row in
      Array((row + Array(repeating: "", count: columns.count)).prefix(columns.count))
    }
    blank()
    lines += Table(title: "", columns: columns, rows: body).drawn(width: width).map {
      StyledText($0)
    }
  }

  private mutating func blank() {
    if let last = lines.last, !last.stretches.isEmpty { lines.append(StyledText()) }
  }
}
