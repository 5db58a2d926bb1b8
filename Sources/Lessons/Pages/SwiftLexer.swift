/// A piece of one line of Swift that a reader sees in one colour.
package struct SwiftSpan: Equatable, Sendable {
  /// What the piece is.
  package enum Kind: Sendable { case plain, keyword, type, number, string, comment }
  package var kind: Kind
  package var text: String
}

/// One line of Swift with what a splitter has to know about the place where it begins.
package struct SwiftLine: Sendable {
  /// The line's number in its file, from 1.
  package let number: Int
  package let text: String
  package let spans: [SwiftSpan]
  /// Whether the line begins inside a multi-line string or a block comment.
  package let startsInsideLiteral: Bool
  /// Braces, brackets and parentheses still open where the line begins.
  package let depth: Int

  /// The line without its comments and with its string literals emptied: what the compiler acts on.
  package var code: String {
    spans.filter { $0.kind != .comment && $0.kind != .string }.map(\.text).joined()
  }
}

/// Splits Swift into coloured spans, line by line.
///
/// It knows what hides text from the compiler (comments, which nest; strings, raw and multi-line, with
/// their interpolations) and no grammar beyond that. This is what marks, braces and colours need.
package struct SwiftLexer {
  private enum Context: Equatable {
    case code(parentheses: Int)
    case string(hashes: Int, multiline: Bool)
    case blockComment
  }

  private var stack: [Context] = [.code(parentheses: 0)]
  private var depth = 0
  private var spans: [SwiftSpan] = []

  /// The lines of `source`.
  package static func lines(of source: String) -> [SwiftLine] {
    var lexer = SwiftLexer()
    return source.sourceLines.enumerated().map { index, text in
      lexer.line(text, number: index + 1)
    }
  }

  private mutating func line(_ text: String, number: Int) -> SwiftLine {
    let characters = Array(text)
    let inside = stack.count > 1
    let depthAtStart = depth
    spans = []
    var position = 0
    while position < characters.count {
      switch stack.last ?? .code(parentheses: 0) {
      case .code(let parentheses): position = code(characters, position, parentheses)
      case .string(let hashes, let multiline):
        position = string(characters, position, hashes, multiline)
      case .blockComment: position = comment(characters, position)
      }
    }
    // A single-line string ends with its line even when its quote is missing.
    if case .string(_, multiline: false) = stack.last { stack.removeLast() }
    return SwiftLine(
      number: number, text: text, spans: spans, startsInsideLiteral: inside, depth: depthAtStart)
  }

  private mutating func code(_ line: [Character], _ start: Int, _ parentheses: Int) -> Int {
    let rest = line[start...]
    let first = line[start]
    if rest.starts(with: "//") {
      emit(.comment, String(rest))
      return line.count
    }
    if rest.starts(with: "/*") {
      stack.append(.blockComment)
      emit(.comment, "/*")
      return start + 2
    }
    if let opening = Self.openingQuote(rest) {
      stack.append(.string(hashes: opening.hashes, multiline: opening.multiline))
      emit(.string, String(rest.prefix(opening.length)))
      return start + opening.length
    }
    if first.isLetter || first == "_" || first == "@" || first == "#" {
      let word = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let name = String(first) + String(word)
      emit(Self.kind(ofWord: name), name)
      return start + name.count
    }
    if first.isNumber {
      let digits = rest.prefix {
        $0.isHexDigit || $0 == "_" || $0 == "." || $0 == "x" || $0 == "p"
      }
      // `0..<5` and `1.description`: a dot belongs to a number only before a digit.
      var length = 0
      for (offset, digit) in digits.enumerated() {
        let next = start + offset + 1
        if digit == ".", next >= line.count || !line[next].isNumber { break }
        length = offset + 1
      }
      emit(.number, String(rest.prefix(length)))
      return start + length
    }
    return bracket(first, start, parentheses)
  }

  private mutating func bracket(_ character: Character, _ start: Int, _ parentheses: Int) -> Int {
    let top = stack.count - 1
    if "([{".contains(character) { depth += 1 }
    if ")]}".contains(character) { depth -= 1 }
    if character == "(" { stack[top] = .code(parentheses: parentheses + 1) }
    if character == ")" {
      // The parenthesis that closes an interpolation gives back to its string.
      if parentheses == 1, stack.count > 1 {
        stack.removeLast()
      } else {
        stack[top] = .code(parentheses: parentheses - 1)
      }
    }
    emit(.plain, String(character))
    return start + 1
  }

  private mutating func string(_ line: [Character], _ start: Int, _ hashes: Int, _ multiline: Bool)
    -> Int
  {
    let rest = line[start...]
    let marks = String(repeating: "#", count: hashes)
    let closing = (multiline ? "\"\"\"" : "\"") + marks
    if rest.starts(with: closing) {
      stack.removeLast()
      emit(.string, closing)
      return start + closing.count
    }
    if rest.starts(with: "\\" + marks + "(") {
      stack.append(.code(parentheses: 1))
      depth += 1
      emit(.string, "\\" + marks + "(")
      return start + hashes + 2
    }
    let escaped = rest.starts(with: "\\" + marks) ? hashes + 2 : 1
    emit(.string, String(rest.prefix(escaped)))
    return min(start + escaped, line.count)
  }

  private mutating func comment(_ line: [Character], _ start: Int) -> Int {
    let rest = line[start...]
    if rest.starts(with: "*/") { stack.removeLast() }
    if rest.starts(with: "/*") { stack.append(.blockComment) }
    let length = rest.starts(with: "*/") || rest.starts(with: "/*") ? 2 : 1
    emit(.comment, String(rest.prefix(length)))
    return start + length
  }

  private mutating func emit(_ kind: SwiftSpan.Kind, _ text: String) {
    if let last = spans.indices.last, spans[last].kind == kind {
      spans[last].text += text
    } else {
      spans.append(SwiftSpan(kind: kind, text: text))
    }
  }

  private static func openingQuote(_ rest: ArraySlice<Character>)
    -> (hashes: Int, multiline: Bool, length: Int)?
  {
    let hashes = rest.prefix { $0 == "#" }.count
    let quotes = rest.dropFirst(hashes).prefix { $0 == "\"" }.count
    guard quotes > 0 else { return nil }
    let multiline = quotes >= 3
    return (hashes, multiline, hashes + (multiline ? 3 : 1))
  }

  private static func kind(ofWord word: String) -> SwiftSpan.Kind {
    if keywords.contains(word) || word.first == "@" || word.first == "#" { return .keyword }
    return word.first?.isUppercase == true ? .type : .plain
  }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "await", "async", "break", "case", "catch", "class",
    "continue", "default", "defer", "do", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "let", "mutating", "nil", "nonisolated", "override", "package", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "Self", "some", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
    "while",
  ]
}
