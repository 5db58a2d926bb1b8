/// Where sentences end, in English and in Chinese, plain or in Markdown.
///
/// An English mark ends a sentence at the end of the text, or before a space and what is no small letter: "et al.
/// say" goes on. What is cut short by a rule, as in "Fig. 3", goes on as well. A Chinese mark always ends one. The
/// quotation mark or the bracket that closes behind a mark belongs to the sentence.
package enum Sentences {
  /// The first sentence of a paragraph.
  package static func first(of paragraph: String) -> String {
    let line = paragraph.replacing("\n", with: " ")
    return ends(in: line).first.map { String(line[..<$0].trimmed) } ?? line
  }

  /// The last sentence of a paragraph, whether it has ended or not.
  package static func last(of paragraph: String) -> String {
    let line = paragraph.replacing("\n", with: " ").trimmed
    return ends(in: line).last { $0 < line.endIndex }.map { line[$0...].trimmed } ?? line
  }

  /// Whether a text ends with a mark, that of an abbreviation too: with a colon or a comma it leads on.
  package static func isClosed(_ text: String) -> Bool {
    text.trimmed.last { !closing.contains($0) }.map { ".?!。？！".contains($0) } ?? false
  }

  /// The places behind the sentences of a text.
  package static func ends(in text: String) -> [String.Index] {
    text.matches(of: /[.?!]["'”’)\]*_]*(?=\s+[^a-z\s]|\s*$)|[。？！][”’）」』》]*/)
      .filter { text[$0.range.lowerBound] != "." || !isAbbreviated(text[..<$0.range.lowerBound]) }
      .map(\.range.upperBound)
  }

  private static let closing = "”’）」』》\"')]*_"

  /// Whether the last word of `text` is one that stands for a longer one.
  private static func isAbbreviated(_ text: Substring) -> Bool {
    let begin = text.lastIndex { $0.isWhitespace }.map(text.index(after:)) ?? text.startIndex
    return abbreviations.contains(text[begin...].drop { !$0.isLetter }.lowercased())
  }

  private static let abbreviations: Set = [
    "e.g", "i.e", "al", "vs", "cf", "approx", "resp", "fig", "figs", "eq", "eqs", "ch", "pp", "vol",
  ]
}
