import Foundation

/// The library's own lines of one declaration, so that a page and the code cannot drift apart.
package enum Excerpt {
  /// The lines of the declaration `name` in `source`, with the comments and attributes above it left out.
  ///
  /// A type is found by its name (`FineTuning`), a function, property, case or initializer by its own
  /// (`loss`, `init`), a member of a given type by both (`Learner.grow`). Of several the outermost counts,
  /// then the first.
  /// - Throws: ``SourceError`` when the file holds no such declaration.
  package static func declaration(_ name: String, in source: SourceText) throws(SourceError)
    -> [CodeLine]
  {
    var range = 0..<Int.max
    let lines = SwiftLexer.lines(of: source.text)
    for part in name.split(separator: ".") {
      let found = lines.indices.filter { range.contains($0) }.compactMap { index in
        depth(ofDeclaration: String(part), in: lines[index]).map { (index: index, depth: $0) }
      }
      // The outermost: a local `let loss` in an earlier function is not the method `loss`.
      guard let start = found.min(by: { $0.depth < $1.depth })?.index else {
        throw SourceError(file: source.name, line: nil, problem: "declares no `\(name)`")
      }
      range = start..<end(of: start, in: lines)
    }
    return outdented(lines[range].map { CodeLine(number: $0.number, text: $0.text) })
  }

  /// The lines with the white space that all of them share removed.
  package static func outdented(_ lines: [CodeLine]) -> [CodeLine] {
    let indents = lines.filter { !$0.text.trimmed.isEmpty }
      .map { $0.text.prefix { $0 == " " || $0 == "\t" }.count }
    let shared = indents.min() ?? 0
    return lines.map { CodeLine(number: $0.number, text: String($0.text.dropFirst(shared))) }
  }

  /// How many brackets are open where `line` declares `name`; nil when it does not.
  private static func depth(ofDeclaration name: String, in line: SwiftLine) -> Int? {
    guard !line.startsInsideLiteral else { return nil }
    let bare = ["init", "subscript", "deinit"].contains(name)
    var depth = line.depth
    var previous = ""
    for token in line.code.split(whereSeparator: \.isWhitespace) {
      let words = token.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      for word in words {
        let introduced =
          bare ? previous.isEmpty || modifiers.contains(previous) : introducers.contains(previous)
        if word == name, introduced { return depth }
        previous = word
      }
      depth += token.count { "([{".contains($0) } - token.count { ")]}".contains($0) }
    }
    return nil
  }

  /// The line after the declaration that begins at `start`: after its closing brace, or, without a body,
  /// where its brackets are balanced and the next line does not continue it.
  private static func end(of start: Int, in lines: [SwiftLine]) -> Int {
    let outer = lines[start].depth
    var bodyOpened = false
    for index in start..<lines.count {
      bodyOpened = bodyOpened || lines[index].code.contains("{")
      let next = index + 1
      guard next < lines.count else { return lines.count }
      guard lines[next].depth <= outer, !lines[next].startsInsideLiteral else { continue }
      let following = lines[next].code.trimmed
      if bodyOpened || !continues(following) { return next }
    }
    return lines.count
  }

  private static func continues(_ code: String) -> Bool {
    let starts = [
      "{", "->", "where ", "throws", "=", "?", ":", ".", "+", "-", "*", "/", "&&", "||",
    ]
    return starts.contains { code.hasPrefix($0) }
  }

  private static let introducers: Set<String> = [
    "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "extension", "case",
    "typealias",
  ]
  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "convenience", "required",
    "override", "static", "nonisolated", "mutating",
  ]
}
