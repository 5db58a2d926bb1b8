import Foundation

/// A Jupyter notebook as its file has it, format 4.5: nothing but what the format asks for.
struct NotebookFile: Encodable {
  struct Kernel: Encodable {
    let display_name = "Swift"
    let name = "swift"
  }
  struct Language: Encodable {
    let file_extension = ".swift"
    let mimetype = "text/x-swift"
    let name = "swift"
    let pygments_lexer = "swift"
  }
  struct Metadata: Encodable {
    let kernelspec = Kernel()
    let language_info = Language()
    let title: String
  }
  let cells: [NotebookCell]
  let metadata: Metadata
  let nbformat = 4
  let nbformat_minor = 5

  /// Keys sorted, so that the same run makes the same bytes.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

/// A cell of a notebook.
struct NotebookCell: Encodable {
  enum Content {
    case markdown
    case code(count: Int, outputs: [NotebookOutput])
  }
  /// Letters, digits, hyphens, underscores; 64 at most; unique in the notebook.
  let id: String
  let content: Content
  let source: String

  private enum Key: String, CodingKey {
    case id, cell_type, metadata, source, execution_count, outputs
  }

  func encode(to encoder: any Encoder) throws {
    var cell = encoder.container(keyedBy: Key.self)
    try cell.encode(id, forKey: .id)
    try cell.encode([String: String](), forKey: .metadata)
    try cell.encode(source.notebookLines, forKey: .source)
    switch content {
    case .markdown: try cell.encode("markdown", forKey: .cell_type)
    case .code(let count, let outputs):
      try cell.encode("code", forKey: .cell_type)
      try cell.encode(count, forKey: .execution_count)
      try cell.encode(outputs, forKey: .outputs)
    }
  }
}

extension String {
  /// The lines, each with its line end but the last.
  var notebookLines: [String] {
    let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    return lines.enumerated().map { $0 < lines.count - 1 ? $1 + "\n" : $1 }.filter { !$0.isEmpty }
  }
}
