import Foundation

/// A file of translations, `Chapters/NN-name/zh.md` or the book's `Chapters/zh.md`, as its writer set it.
///
/// A comment heads each piece and stands on a line of its own; a page that shows Markdown does not show it:
/// - `<!-- cell two-tasks 1f0c9a3e -->`: the next block of that cell's prose, in the syntax of the source, made
///   from the English with this fingerprint (`press lint` says which it is).
/// - `<!-- words -->`: a list of output texts, `- English` with the translation on the line below, indented.
///   `{}` is a hole that a run fills, `{1}` its place in the translation. A text alone stays as it is.
/// - `<!-- note … -->`: between translators.
package struct TranslationFile: Equatable, Sendable {
  /// A block of prose.
  package struct Passage: Equatable, Sendable {
    package let cell: String
    /// Nil in a draft.
    package let fingerprint: String?
    /// The line of its comment.
    package let line: Int
    package let block: Block
  }

  /// Path relative to the package.
  package let name: String
  package private(set) var passages: [Passage] = []
  package private(set) var entries: [Phrasebook.Entry] = []

  private enum Section: Equatable {
    case none, words
    case passage(cell: String, fingerprint: String?, line: Int)
  }

  /// Reads `source`; `root` is the package's folder.
  /// - Throws: ``SourceError`` with file and line for text outside of any piece, an unknown comment, an empty
  ///   or mixed block, a hole that its text does not have.
  package init(_ source: SourceText, root: URL) throws(SourceError) {
    name = source.name
    var section = Section.none
    var lines: [(line: Int, text: String)] = []
    for (index, text) in source.text.sourceLines.enumerated() {
      if text.hasPrefix("<!--") {
        let next = try Self.section(text, at: index + 1, in: name, after: section)
        guard let next else { continue }
        try close(section, lines, root: root)
        section = next
        lines = []
      } else {
        lines.append((index + 1, text))
      }
    }
    try close(section, lines, root: root)
  }

  /// The section that a comment begins; nil for a note.
  private static func section(_ comment: String, at line: Int, in file: String, after: Section)
    throws(SourceError) -> Section?
  {
    if comment.hasPrefix("<!-- note"), comment.hasSuffix("-->") { return nil }
    if comment == "<!-- words -->" { return .words }
    if let match = comment.wholeMatch(
      of: /<!-- cell ([a-z0-9]+(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))? -->/)
    {
      return .passage(cell: String(match.1), fingerprint: match.2.map(String.init), line: line)
    }
    throw SourceError(
      file: file, line: line,
      problem: "a comment reads `<!-- cell two-tasks 1f0c9a3e -->`, `<!-- words -->` or "
        + "`<!-- note … -->`, on one line")
  }

  private mutating func close(
    _ section: Section, _ lines: [(line: Int, text: String)], root: URL
  ) throws(SourceError) {
    switch section {
    case .none:
      if let stray = lines.first(where: { !$0.text.trimmed.isEmpty }) {
        throw error(stray.line, "stands before the first `<!-- cell … -->` or `<!-- words -->`")
      }
    case .words: try takeWords(lines)
    case .passage(let cell, let fingerprint, let line):
      let blocks = try ProseBlocks.split(lines, in: name, root: root)
      guard let block = blocks.first else { throw error(line, "heads no text") }
      guard blocks.count == 1, block.words != nil else {
        throw error(
          line,
          "heads \(blocks.count) blocks, of prose, questions or code: each block of prose "
            + "has a comment of its own, and code is not repeated")
      }
      passages.append(
        Passage(
          cell: cell, fingerprint: fingerprint, line: line,
          block: block.rewritten(LineBreaking.joined)))
    }
  }

  private mutating func takeWords(_ lines: [(line: Int, text: String)]) throws(SourceError) {
    var rest = lines.filter { !$0.text.trimmed.isEmpty }[...]
    while let (line, text) = rest.popFirst() {
      guard text.hasPrefix("- "), !text.dropFirst(2).trimmed.isEmpty else {
        throw error(line, "a text begins with `- `, its translation is the indented line below")
      }
      let pattern = TextPattern(text.dropFirst(2).trimmed)
      var template = TextTemplate(text.dropFirst(2).trimmed)
      if let below = rest.first, below.text.hasPrefix("  ") {
        template = TextTemplate(below.text.trimmed)
        rest.removeFirst()
      }
      if pattern.pieces.dropFirst().dropLast().contains("") || pattern.weight == 0 {
        throw error(line, "nothing stands between two holes, or beside the only one")
      }
      if let hole = template.holes.first(where: { !(0..<pattern.holes).contains($0) }) {
        throw error(line + 1, "{\(hole + 1)} has no hole in the text above it")
      }
      entries.append(
        Phrasebook.Entry(pattern: pattern, template: template, file: name, line: line))
    }
  }

  private func error(_ line: Int, _ problem: String) -> SourceError {
    SourceError(file: name, line: line, problem: problem)
  }
}
