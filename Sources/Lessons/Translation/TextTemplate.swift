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
      } else if let match = rest.prefixMatch(of: /\{(\d?)\}/) {
        parts = closed()
        plain = ""
        let number = Int(match.1).map { $0 - 1 } ?? next
        parts.append(.hole(number))
        next = number + 1
        rest = rest[match.range.upperBound...]
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    self.parts = closed()
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
