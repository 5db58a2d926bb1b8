/// A cell as a reader of a page meets it: what is said and done, what came out, and the last word on it.
package struct Section: Equatable, Sendable {
  /// The id of its cell.
  package let id: String
  /// The heading without its marks; Markdown.
  package var heading: String?
  /// The heading's level, 2 for a section of the chapter, 3 for a part of one.
  package let level: Int
  /// Prose, asides and code, without the heading.
  package var blocks: [Block]
  /// What the code put out.
  package var outputs: [Output]
  /// What stands in the source above the next heading: it speaks of the outputs.
  package var afterword: [Block]
  /// How long the code took; nil when that is not known.
  package var seconds: Double?

  /// Whether the reader is asked before the outputs are shown.
  var asks: Bool { blocks.contains { if case .predict = $0 { true } else { false } } }

  /// The figures among the outputs.
  var figures: [FigureOutput] {
    outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}

extension Cell {
  /// The level of the heading: how many marks it has in the source.
  var level: Int {
    for case .prose(_, let text) in parts.own {
      let marks = text.prefix { $0 == "#" }.count
      if marks > 0 { return max(2, marks) }
    }
    return 2
  }

  /// The cell's own blocks, without the line of its heading.
  var withoutHeading: [Block] {
    guard let heading else { return Array(parts.own) }
    var isFound = false
    return parts.own.compactMap { block in
      guard !isFound, case .prose(let line, let text) = block else { return block }
      isFound = true
      var lines = text.sourceLines
      guard let first = lines.first, first.hasPrefix("#"), first.hasSuffix(heading) else {
        return block
      }
      lines.removeFirst()
      let rest = lines.joined(separator: "\n").trimmed
      return rest.isEmpty ? nil : .prose(line: line + 1, text: rest)
    }
  }
}
