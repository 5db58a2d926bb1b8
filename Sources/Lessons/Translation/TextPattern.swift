/// An English text with holes where a run fills something in: `{} before, {} after`.
///
/// A brace that is meant as such is written `\{`.
package struct TextPattern: Hashable, Sendable {
  /// The text between the holes: one piece more than there are holes.
  package let pieces: [String]

  /// How many holes it has.
  package var holes: Int { pieces.count - 1 }

  /// How many letters it fixes: of two patterns that match, the one that says more is meant.
  package var weight: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Reads `{}` as a hole and `\{`, `\\` as the character after the backslash.
  package init(_ text: String) {
    var pieces = [""]
    var rest = text[...]
    while let next = rest.first {
      if next == "\\", let escaped = rest.dropFirst().first, "{\\".contains(escaped) {
        pieces[pieces.count - 1].append(escaped)
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("{}") {
        pieces.append("")
        rest = rest.dropFirst(2)
      } else {
        pieces[pieces.count - 1].append(next)
        rest = rest.dropFirst()
      }
    }
    self.pieces = pieces
  }

  /// What fills the holes when `text` is of this pattern; nil when it is not.
  ///
  /// No hole stays empty, and each takes as little as the piece after it allows. If any way to fill the holes
  /// exists, this one does: the earliest place of a piece leaves the most room for those after it.
  package func match(_ text: String) -> [String]? {
    guard holes > 0 else { return text == pieces[0] ? [] : nil }
    guard text.hasPrefix(pieces[0]) else { return nil }
    var rest = text.dropFirst(pieces[0].count)
    var found: [String] = []
    for piece in pieces[1..<holes] {
      guard let place = rest.dropFirst().firstRange(of: piece) else { return nil }
      found.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.count > pieces[holes].count, rest.hasSuffix(pieces[holes]) else { return nil }
    return found + [String(rest.dropLast(pieces[holes].count))]
  }
}
