/// How a stretch of text looks on a terminal with colour; without colour it is plain.
package enum TextStyle: Sendable {
  case plain, bold, italic, code, formula, heading, dim, good, bad, notice
  case keyword, type, number, string, comment

  /// The parameters of the terminal's "select graphic rendition" sequence; nil for plain text.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .italic: "3"
    case .code: "36"
    case .formula: "35"
    case .heading: "1;34"
    case .dim, .comment: "2"
    case .good: "32"
    case .bad: "1;31"
    case .notice: "1;33"
    case .keyword: "35"
    case .type: "36"
    case .number: "34"
    case .string: "32"
    }
  }
}

/// Text in stretches of one style each.
package struct StyledText: Equatable, Sendable {
  package struct Stretch: Equatable, Sendable {
    package var text: String
    package var style: TextStyle
  }
  package private(set) var stretches: [Stretch] = []

  package init() {}

  package init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  package init(_ line: SwiftLine) {
    for span in line.spans { append(span.text, span.kind.style) }
  }

  package mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if let last = stretches.indices.last, stretches[last].style == style {
      stretches[last].text += text
    } else {
      stretches.append(Stretch(text: text, style: style))
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    for stretch in right.stretches { sum.append(stretch.text, stretch.style) }
    return sum
  }

  /// The text without its styles.
  package var plain: String { stretches.map(\.text).joined() }

  package var displayWidth: Int { plain.displayWidth }

  /// The text as it is sent to a terminal.
  package func rendered(colour: Bool) -> String {
    guard colour else { return plain }
    return stretches.map { stretch in
      guard let parameters = stretch.style.parameters else { return stretch.text }
      return "\u{1B}[\(parameters)m\(stretch.text)\u{1B}[0m"
    }.joined()
  }
}

extension SwiftSpan.Kind {
  var style: TextStyle {
    switch self {
    case .plain: .plain
    case .keyword: .keyword
    case .type: .type
    case .number: .number
    case .string: .string
    case .comment: .comment
    }
  }
}
