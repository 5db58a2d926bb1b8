/// Lines of code as XHTML: highlighted, with their true numbers, long ones folded to their key lines.
struct Listing {
  let lines: [CodeLine]
  let words: Wording
  /// More lines than a reader sees at once are folded.
  static let foldsBeyond = 25

  /// All lines.
  var html: String { Self.code(lines, colours) }

  /// All lines, in a box that opens when there are too many of them. The box shows its key lines.
  func folded(label: String) -> String {
    let whole = XHTML.element(
      "pre", ["class": "code", "tabindex": "0", "aria-label": label], html)
    guard lines.count > Self.foldsBeyond, let preview, !preview.isEmpty else { return whole }
    let words = XHTML.element(
      "span", ["class": "more"], XHTML.escaped(Wording.fill(self.words.showLines, lines.count)))
    let summary = XHTML.element("span", ["class": "code preview"], preview) + words
    return XHTML.element(
      "details", ["class": "fold"], XHTML.element("summary", [:], summary) + whole)
  }

  /// The key lines, a gap between those that are not neighbours; nil when they are nearly all.
  private var preview: String? {
    let keys = keyLines
    guard keys.count < lines.count - 5 else { return nil }
    var html = ""
    var previous: Int?
    for index in keys {
      if index != (previous ?? -1) + 1 {
        html += XHTML.element("span", ["class": "gap"], "⋯") + "\n"
      }
      html += Self.line(lines[index], colours[index])
      previous = index
    }
    if previous != lines.count - 1 { html += XHTML.element("span", ["class": "gap"], "⋯") }
    return XHTML.element("code", [:], html)
  }

  /// Which lines say what the code does: those that are marked, else the outermost statements; of a declaration,
  /// whose outermost line is only its name, the statements of its body. At most twelve.
  var keyLines: [Int] {
    let marked = lines.indices.filter { lines[$0].isKey == true }
    if !marked.isEmpty { return marked }
    func outermost(_ depth: Int) -> [Int] {
      lines.indices.filter { index in
        let text = lines[index].text
        let indent = text.prefix { $0 == " " }.count
        return !text.trimmed.isEmpty && indent <= depth && text.trimmed.first?.isClosing != true
      }
    }
    let outer = outermost(0)
    return Array((outer.count < 3 ? outermost(2) : outer).prefix(12))
  }

  private var colours: [SwiftLine] {
    SwiftLexer.lines(of: lines.map(\.text).joined(separator: "\n"))
  }

  private static func code(_ lines: [CodeLine], _ colours: [SwiftLine]) -> String {
    XHTML.element("code", [:], zip(lines, colours).map(line).joined())
  }

  /// The number is an attribute which the style sheet shows: copied code is without it.
  private static func line(_ line: CodeLine, _ colours: SwiftLine) -> String {
    let spans = colours.spans.map { span in
      let text = XHTML.escaped(span.text)
      return span.kind.cssClass.map { XHTML.element("span", ["class": $0], text) } ?? text
    }
    return XHTML.element(
      "span", ["class": "line", "data-n": String(line.number)], spans.joined()) + "\n"
  }
}

extension Character {
  fileprivate var isClosing: Bool { ")]}".contains(self) }
}

extension SwiftSpan.Kind {
  /// The class of the style sheet; nil for plain text.
  fileprivate var cssClass: String? {
    switch self {
    case .plain: nil
    case .keyword: "kw"
    case .type: "ty"
    case .number: "nu"
    case .string: "st"
    case .comment: "co"
    }
  }
}
