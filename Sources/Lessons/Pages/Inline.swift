/// The marks within a line of Markdown.
enum Inline {
  /// `text` with its bold, italic, code, formula and link marks turned into styles.
  /// - Throws: ``FormulaError`` for a formula that cannot be shown.
  static func styled(_ text: String, _ style: TextStyle = .plain) throws(FormulaError) -> StyledText
  {
    var styled = StyledText()
    var rest = text[...]
    while let first = rest.first {
      if first == "\\", let escaped = rest.dropFirst().first, "\\`*_$[]#>|".contains(escaped) {
        styled.append(String(escaped), style)
        rest = rest.dropFirst(2)
      } else if let (inner, after) = enclosed(rest, by: "`") {
        styled.append(inner, .code)
        rest = after
      } else if let (inner, after) = enclosed(rest, by: "$") {
        // A formula is not broken between lines where its parts belong together.
        styled.append(try Formula.unicode(inner), .formula)
        rest = after
      } else if let (inner, after) = enclosed(rest, by: "**") {
        styled = styled + (try Self.styled(inner, .bold))
        rest = after
      } else if let (inner, after) = emphasis(rest, before: styled.plain.last) {
        styled = styled + (try Self.styled(inner, .italic))
        rest = after
      } else if first == "[" || first == "!",
        // A pattern is read anew each time that it is tried.
        let match = rest.prefixMatch(of: /!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/)
      {
        styled = styled + (try Self.styled(String(match.1), style))
        styled.append(" (\(match.2))", .dim)
        rest = rest[match.range.upperBound...]
      } else {
        styled.append(String(first), style)
        rest = rest.dropFirst()
      }
    }
    return styled
  }

  /// The text between `mark` at the start of `rest` and the next `mark`, when there is one.
  private static func enclosed(_ rest: Substring, by mark: String) -> (String, Substring)? {
    guard rest.hasPrefix(mark) else { return nil }
    let inside = rest.dropFirst(mark.count)
    guard let end = inside.range(of: mark), end.lowerBound > inside.startIndex else { return nil }
    return (String(inside[..<end.lowerBound]), inside[end.upperBound...])
  }

  /// `*…*` or `_…_`; an underscore inside a word is a letter of the word.
  private static func emphasis(_ rest: Substring, before: Character?) -> (String, Substring)? {
    guard let mark = rest.first, mark == "*" || mark == "_",
      rest.dropFirst().first?.isWhitespace == false
    else { return nil }
    if mark == "_", let before, before.isLetter || before.isNumber { return nil }
    return enclosed(rest, by: String(mark))
  }
}
