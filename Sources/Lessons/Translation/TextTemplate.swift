/// The translation of a ``TextPattern``: `{1}` is what its first hole holds, `{2}` its second; `{}` the next.
///
/// A brace that is meant as such is written `\{`.
package struct TextTemplate: Equatable, Sendable {
  enum Part: Equatable, Sendable {
    case text(String)
    /// From 0.
    case hole(Int)
  }
  let parts: [Part]

  /// The holes that it uses, from 0, in its own order.
  package var holes: [Int] {
    parts.compactMap { if case .hole(let number) = $0 { number } else { nil } }
  }

  /// Reads a template.
  package init(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var next = 0
    var rest = text[...]
    func closed() -> [Part] { plain.isEmpty ? parts : parts + [.text(plain)] }
    while let first = rest.first {
      if first == "\\", let escaped = rest.dropFirst().first, "{\\".contains(escaped) {
        plain.append(escaped)
        rest = rest.dropFirst(2)
      } else if let hole = Self.hole(at: rest) {
        parts = closed()
        plain = ""
        let number = hole.number ?? next
        parts.append(.hole(number))
        next = number + 1
        rest = rest.dropFirst(hole.length)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    self.parts = closed()
  }

  /// `{}` or `{1}` to `{9}` where `text` begins with it: its number from 0, and how long it is. By hand, for a
  /// regular expression asked at each character was two thirds of the time of `make lint`.
  private static func hole(at text: Substring) -> (number: Int?, length: Int)? {
    let head = Array(text.prefix(3))
    guard head.first == "{", head.count > 1 else { return nil }
    if head[1] == "}" { return (nil, 2) }
    guard head.count == 3, head[2] == "}", head[1].isASCII, let digit = head[1].wholeNumberValue
    else { return nil }
    return (digit - 1, 3)
  }

  /// The text with its holes filled.
  package func filled(with texts: [String]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .hole(let number): texts.indices.contains(number) ? texts[number] : ""
      }
    }.joined()
  }
}
