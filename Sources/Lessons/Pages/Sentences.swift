/// Where sentences of Markdown end, in English and in Chinese.
///
/// An English mark ends a sentence where a capital letter or a formula follows, or nothing: "et al." and "e.g."
/// go on. A Chinese one always does, with the quotation mark or bracket that may close behind it.
enum Sentences {
  /// The first sentence of a paragraph.
  static func first(of paragraph: String) -> String {
    let line = paragraph.replacing("\n", with: " ")
    return ends(in: line).first.map { String(line[..<$0].trimmed) } ?? line
  }

  /// The last sentence of a paragraph, whether it has ended or not.
  static func last(of paragraph: String) -> String {
    let line = paragraph.replacing("\n", with: " ").trimmed
    return ends(in: line).last { $0 < line.endIndex }.map { line[$0...].trimmed } ?? line
  }

  /// Whether a text ends as a sentence does: with a colon or a comma it leads on.
  static func isClosed(_ text: String) -> Bool {
    text.trimmed.last { !closing.contains($0) }.map { ".?!。？！".contains($0) } ?? false
  }

  private static let closing = "”’）」』》\"')*"

  private static func ends(in line: String) -> [String.Index] {
    line.matches(of: /[.?!](?= [A-Z$*`])|[。？！][”’）」』》]*/).map(\.range.upperBound)
  }
}
