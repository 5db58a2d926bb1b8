/// Where a line of Chinese, Japanese or Korean may end: between any two characters that no rule holds together.
///
/// The rules are the usual ones (kinsoku, 避头尾): no closing mark begins a line, no opening mark ends one.
enum LineBreaking {
  /// Whether a line may be broken between two characters without a blank between them.
  static func isAllowed(between left: Character, and right: Character) -> Bool {
    (left.isEastAsian || right.isEastAsian)
      && !beginsNoLine.contains(right) && !endsNoLine.contains(left)
  }

  /// The text of a paragraph or a list with its line ends taken out where Chinese goes on without a blank. A
  /// line that begins something of its own, such as an item or a formula, stays a line.
  static func joined(_ text: String) -> String {
    var lines: [String] = []
    var fenced = false
    for line in text.sourceLines {
      let isFence = line.trimmed.hasPrefix("```")
      if isFence { fenced.toggle() }
      if !fenced, !isFence, let last = lines.last, goesOn(line, after: last) {
        lines[lines.count - 1] += line.trimmed
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func goesOn(_ line: String, after before: String) -> Bool {
    let next = line.trimmed
    guard let first = next.first, let last = before.last, last.isEastAsian,
      before.prefixMatch(of: /\s*(#|\||\$\$)/) == nil,
      next.prefixMatch(of: /[-*+]\s|\d+[.)]\s|[>#|@]|\$\$/) == nil
    else { return false }
    // A mark such as 。 brings its own space along; a word in Latin letters after a character needs a blank.
    return first.isEastAsian || beginsNoLine.contains(last)
  }

  private static let beginsNoLine: Set<Character> = [
    "。", "，", "、", "．", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "〕", "”", "’", "…", "—",
    "·", "％", "～", ".", ",", ";", ":", "?", "!", ")", "]", "}", "%",
  ]
  private static let endsNoLine: Set<Character> = [
    "（", "「", "『", "【", "《", "〈", "〔", "“", "‘", "(", "[", "{", "—",
  ]
}

extension Character {
  /// Whether it is set solid, without blanks between words.
  var isEastAsian: Bool {
    guard displayWidth == 2, let scalar = unicodeScalars.first else {
      return "“”‘’…—".contains(self)
    }
    return (0x2E80...0xFFE6).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value)
  }
}
