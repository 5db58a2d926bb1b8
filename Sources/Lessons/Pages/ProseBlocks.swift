import Foundation

/// Divides consecutive prose lines into Markdown, questions to the reader, and excerpts of the library.
enum ProseBlocks {
  static func split(_ lines: [(line: Int, text: String)], in file: String, root: URL)
    throws(SourceError) -> [Block]
  {
    var blocks: [Block] = []
    var text: [(line: Int, text: String)] = []
    var question: [(line: Int, text: String)] = []
    var fenced = false

    func closeText() {
      let kept = trimmed(text)
      if let first = kept.first {
        blocks.append(.prose(line: first.line, text: kept.map(\.text).joined(separator: "\n")))
      }
      text = []
    }
    func closeQuestion() {
      if let first = question.first {
        let words = question.map(\.text).joined(separator: "\n")
        blocks.append(.predict(line: first.line, question: words))
      }
      question = []
    }

    for line in lines {
      if line.text.hasPrefix("```") { fenced.toggle() }
      if !fenced, let match = line.text.wholeMatch(of: />\s*predict:\s*(.*)/) {
        closeText()
        closeQuestion()
        question = [(line.line, String(match.1))]
      } else if !question.isEmpty, let match = line.text.wholeMatch(of: />\s?(.*)/) {
        question.append((line.line, String(match.1)))
      } else if !fenced, let match = line.text.prefixMatch(of: /@([A-Za-z]+)/) {
        closeQuestion()
        closeText()
        blocks.append(try directive(String(match.1), line, file: file, root: root))
      } else {
        closeQuestion()
        // What stands above a heading is the last word on the outputs before.
        if !fenced, heading(of: line.text) != nil { closeText() }
        text.append(line)
      }
    }
    closeQuestion()
    closeText()
    return blocks
  }

  /// The text of the first heading, without its marks.
  static func heading(of markdown: String) -> String? {
    var fenced = false
    for line in markdown.split(separator: "\n") {
      if line.hasPrefix("```") { fenced.toggle() }
      if !fenced, let match = line.wholeMatch(of: /#{1,6}\s+(.+)/) { return String(match.1) }
    }
    return nil
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
