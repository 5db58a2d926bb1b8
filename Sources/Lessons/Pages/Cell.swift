/// One cell of a chapter: what is said, and the code that does it.
public struct Cell: Codable, Equatable, Sendable {
  /// The name given by `lesson.step("…")`; `opening` before the first step, `end` at `finish()`.
  public let id: String
  /// The first heading of the cell's prose, without its marks; nil when there is none.
  public var heading: String?
  /// The line of the source where the cell begins, from 1.
  public var line: Int
  /// Prose and code in source order.
  public var blocks: [Block]

  /// The prose above the cell's heading, which is the last word on the outputs of the cell before, and
  /// the rest.
  var parts: (afterword: ArraySlice<Block>, own: ArraySlice<Block>) {
    let head = blocks.firstIndex { block in
      if case .prose(_, let text) = block { ProseBlocks.heading(of: text) != nil } else { false }
    }
    let border = head ?? blocks.startIndex
    return (blocks[..<border], blocks[border...])
  }

  /// The hints of the cell, in order.
  var hints: [String] {
    blocks.compactMap { if case .hint(_, let text) = $0 { text } else { nil } }
  }

  /// Whether the cell asks the reader for a prediction.
  var asks: Bool { blocks.contains { if case .predict = $0 { true } else { false } } }
}

/// A stretch of a cell that is of one kind.
public enum Block: Codable, Equatable, Sendable {
  /// Markdown with `$…$` and `$$…$$` maths.
  case prose(line: Int, text: String)
  /// A question the reader answers before the output is shown; Markdown.
  case predict(line: Int, question: String)
  /// Help with the question before it, for those who ask for it; Markdown.
  case hint(line: Int, text: String)
  /// A question with choices.
  case quiz(Quiz)
  /// A sentence for the slide of this cell, shown nowhere else; Markdown.
  case slide(line: Int, text: String)
  /// The chapter's own code.
  case code(lines: [CodeLine])
  /// A declaration of the library, named by an `@code` directive.
  case library(file: String, name: String, lines: [CodeLine])
}

/// A line of code with its true number in its file.
public struct CodeLine: Codable, Equatable, Sendable {
  /// Line number, from 1.
  public let number: Int
  /// The line without its line end.
  public let text: String
  /// Marked `// #key`: shown where there is room for a few lines only. Nil when it is not marked.
  public let isKey: Bool?

  package init(number: Int, text: String, isKey: Bool? = nil) {
    self.number = number
    self.text = text
    self.isKey = isKey
  }
}
