import Foundation

/// Divides consecutive prose lines into Markdown, asides, and excerpts of the library.
enum ProseBlocks {
  /// What the first word of a quote can make of it: `> predict: …`.
  private enum Aside: String, CaseIterable { case predict, hint, quiz, slide }

  static func split(_ lines: [(line: Int, text: String)], in file: String, root: URL)
    throws(SourceError) -> [Block]
  {
    var blocks: [Block] = []
    var text: [(line: Int, text: String)] = []
    var aside: (kind: Aside, lines: [(line: Int, text: String)])?
    var fenced = false

    func closeText() {
      let kept = trimmed(text)
      if let first = kept.first {
        blocks.append(.prose(line: first.line, text: kept.map(\.text).joined(separator: "\n")))
      }
      text = []
    }
    func closeAside() throws(SourceError) {
      if let (kind, lines) = aside { blocks.append(try block(kind, lines, in: file)) }
      aside = nil
    }

    for line in lines {
      if line.text.hasPrefix("```") { fenced.toggle() }
      // The first character is asked first: a regular expression at each line is dear.
      let first = line.text.first
      let word =
        fenced || first != ">" ? nil : line.text.wholeMatch(of: />\s*([a-z]+):(\s.*)?/)
      if let word, let kind = Aside(rawValue: String(word.1)) {
        closeText()
        try closeAside()
        aside = (kind, [(line.line, (word.2 ?? "").trimmed)])
      } else if let word, aside == nil {
        let all = Aside.allCases.map { "`> \($0.rawValue):`" }.joined(separator: ", ")
        throw SourceError(
          file: file, line: line.line, problem: "unknown aside `> \(word.1):`; there are \(all)")
      } else if aside != nil, first == ">", let match = line.text.wholeMatch(of: />\s?(.*)/) {
        aside?.lines.append((line.line, String(match.1)))
      } else if !fenced, first == "@", let match = line.text.prefixMatch(of: /@([A-Za-z]+)/) {
        try closeAside()
        closeText()
        blocks.append(try directive(String(match.1), line, file: file, root: root))
      } else {
        try closeAside()
        // What stands above a heading is the last word on the outputs before.
        if !fenced, heading(of: line.text) != nil { closeText() }
        text.append(line)
      }
    }
    try closeAside()
    closeText()
    return blocks
  }

  /// The text of the first heading, without its marks.
  static func heading(of markdown: String) -> String? {
    var fenced = false
    for line in markdown.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("```") { fenced.toggle() }
      if !fenced, line.first == "#", let match = line.wholeMatch(of: /#{1,6}\s+(.+)/) {
        return String(match.1)
      }
    }
    return nil
  }

  private static func block(
    _ aside: Aside, _ lines: [(line: Int, text: String)], in file: String
  ) throws(SourceError) -> Block {
    let line = lines.first?.line ?? 0
    let words = lines.map(\.text).joined(separator: "\n")
    guard !words.trimmed.isEmpty else {
      throw SourceError(file: file, line: line, problem: "`> \(aside.rawValue):` says nothing")
    }
    return switch aside {
    case .predict: .predict(line: line, question: words)
    case .hint: .hint(line: line, text: words)
    case .slide: .slide(line: line, text: words)
    case .quiz: .quiz(try Quiz(lines, in: file))
    }
  }

  private static func directive(
    _ name: String, _ line: (line: Int, text: String), file: String, root: URL
  ) throws(SourceError) -> Block {
    guard name == "code" else {
      throw SourceError(
        file: file, line: line.line, problem: "unknown directive `@\(name)`; there is `@code`")
    }
    guard let match = line.text.wholeMatch(of: /@code\(\s*([^,\s]+)\s*,\s*([A-Za-z0-9_.]+)\s*\)\s*/)
    else {
      throw SourceError(
        file: file, line: line.line,
        problem:
          "a directive reads `@code(CLCore/Learning/Run.swift, run)`: a file below Sources (or from "
          + "Chapters/ on), a name")
    }
    do {
      let path = String(match.1)
      let library = try SourceText(
        name: path.hasPrefix("Chapters/") ? path : "Sources/" + path, below: root)
      let declaration = String(match.2)
      return .library(
        file: library.name, name: declaration,
        lines: try Excerpt.declaration(declaration, in: library))
    } catch {
      throw SourceError(
        file: file, line: line.line, problem: "@code: \(error.file) \(error.problem)")
    }
  }

  private static func trimmed(_ lines: [(line: Int, text: String)])
    -> ArraySlice<(line: Int, text: String)>
  {
    var kept = lines[...]
    while let first = kept.first, first.text.trimmed.isEmpty { kept.removeFirst() }
    while let last = kept.last, last.text.trimmed.isEmpty { kept.removeLast() }
    return kept
  }
}
