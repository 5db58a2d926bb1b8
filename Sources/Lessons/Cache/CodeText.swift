/// A Swift file without what the compiler does not act on: blank lines, and lines that are a comment from
/// their beginning.
///
/// A comment behind code stays, and so does one between `/*` and `*/`: to take too little away costs a
/// training that was not needed, to take too much leaves a wrong number on a page.
struct CodeText {
  /// The lines that are left.
  private(set) var lines: [SwiftLine] = []

  init(_ source: String) {
    lines = SwiftLexer.lines(of: source).filter { line in
      let text = line.text.trimmed
      return line.startsInsideLiteral || !text.isEmpty && !text.hasPrefix("//")
    }
  }

  /// The text of the lines that are left of `source`.
  static func text(of source: String) -> String {
    // Where nothing goes over more than one line, a line's beginning says what it is; to lex a whole library
    // takes half a second.
    guard source.contains("\"\"\"") || source.contains("/*") else {
      return source.split(whereSeparator: \.isNewline)
        .filter { line in
          let text = line.drop { $0 == " " }
          return !text.isEmpty && !text.hasPrefix("//")
        }.joined(separator: "\n")
    }
    return CodeText(source).lines.map(\.text).joined(separator: "\n")
  }

  /// Every word of the code outside strings and comments.
  var words: Set<String> {
    Set(lines.flatMap(\.words))
  }
}

extension SwiftLine {
  /// The words of the line outside strings and comments; those of an interpolation are code.
  var words: [String] { Self.words(of: code) }

  /// The words of a piece of code.
  static func words(of code: String) -> [String] {
    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }.map(String.init)
  }

  /// Whether the line begins a declaration of a function, a type or an extension.
  var declares: Bool {
    introducer.map(Self.declarations.contains) ?? false
  }

  /// Whether the line begins a declaration of a variable.
  var isVariable: Bool { introducer == "var" }

  /// Whether the line begins a declaration of a type whose values are shared and not copied.
  var declaresClass: Bool { introducer == "class" || introducer == "actor" }

  /// Whether the line names what a library has to be changed in place.
  var namesObject: Bool {
    words.contains { word in ["NS", "Mutex", "UnsafeMutable"].contains { word.hasPrefix($0) } }
  }

  /// The first word that is no modifier: what kind of declaration it is, if it is one.
  private var introducer: String? {
    // A case named `class` begins with a dot or a backtick.
    guard let first = code.trimmed.first, first.isLetter || first == "@" else { return nil }
    return words.first { !Self.modifiers.contains($0) && !$0.hasPrefix("@") }
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "final", "indirect", "static",
    "mutating", "nonisolated", "unsafe", "lazy", "weak", "unowned", "open", "override", "prefix",
    "infix", "postfix",
  ]
  private static let declarations: Set<String> = [
    "func", "struct", "enum", "class", "actor", "extension", "protocol", "typealias", "operator",
    "precedencegroup", "macro",
  ]
}
