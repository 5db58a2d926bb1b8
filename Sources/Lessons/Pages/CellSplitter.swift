import Foundation

/// The state of splitting a source into cells, fed line by line.
struct CellSplitter {
  private(set) var cells = [Cell(id: "opening", heading: nil, line: 1, blocks: [])]
  /// The line of the step itself, by id.
  private(set) var heads: [String: Int] = [:]
  private let source: SourceText
  private let root: URL
  private var prose: [(line: Int, text: String)] = []
  private var code: [CodeLine] = []
  private var hidesRest = false
  private var finished = false

  init(source: SourceText, root: URL) {
    self.source = source
    self.root = root
  }

  mutating func take(_ line: SwiftLine) throws(SourceError) {
    let text = line.text.trimmed
    if !line.startsInsideLiteral, text.hasPrefix("//:") {
      try takeProse(text, at: line.number)
    } else if line.code.contains("lesson.step(") {
      try takeStep(line)
    } else if line.code.trimmed.hasPrefix("lesson.finish") {
      try takeHead("end", line)
      finished = true
    } else {
      try takeCode(line)
    }
  }

  mutating func close() throws(SourceError) {
    closeCode()
    try closeProse()
    if !finished {
      throw error(nil, "ends without `lesson.finish()`")
    }
  }

  // MARK: Lines

  private mutating func takeProse(_ text: String, at number: Int) throws(SourceError) {
    if finished {
      throw error(number, "nothing may follow `lesson.finish()`: it would not be shown")
    }
    closeCode()
    let marked = text.dropFirst(3)
    prose.append((number, String(marked.first == " " ? marked.dropFirst() : marked)))
  }

  private mutating func takeStep(_ line: SwiftLine) throws(SourceError) {
    guard let match = line.text.wholeMatch(of: /\s*lesson\.step\("([^"\\]*)"\)\s*(\/\/.*)?/),
      !line.startsInsideLiteral, line.depth == 0
    else {
      throw error(
        line.number, "a step stands alone on its line, outside any braces: `lesson.step(\"id\")`")
    }
    let id = String(match.1)
    guard id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw error(line.number, "a step's id is small letters, digits and hyphens, not \"\(id)\"")
    }
    try takeHead(id, line)
  }

  private mutating func takeHead(_ id: String, _ line: SwiftLine) throws(SourceError) {
    if finished { throw error(line.number, "nothing may follow `lesson.finish()`") }
    closeCode()
    if let earlier = cells.first(where: { $0.id == id }) {
      throw error(
        line.number, "the id \"\(id)\" is taken by the cell that begins at line \(earlier.line)")
    }
    // The opening cell keeps the title even when no code stands between it and the first step.
    if cells.count == 1, cells[0].blocks.isEmpty {
      let heading = prose.dropFirst().firstIndex { $0.text.hasPrefix("#") } ?? prose.endIndex
      let rest = prose[heading...]
      prose.removeSubrange(heading...)
      try closeProse()
      prose = Array(rest)
    }
    hidesRest = false
    heads[id] = line.number
    let begin = prose.first?.line ?? line.number
    cells.append(Cell(id: id, heading: nil, line: begin, blocks: []))
    try closeProse()
  }

  private mutating func takeCode(_ line: SwiftLine) throws(SourceError) {
    let blank = line.text.trimmed.isEmpty && !line.startsInsideLiteral
    if finished, !blank, !line.code.trimmed.isEmpty {
      throw error(line.number, "nothing may follow `lesson.finish()`: it would not run")
    }
    if blank, code.isEmpty {
      // A blank line between prose lines separates paragraphs.
      if let last = prose.last, !last.text.isEmpty { prose.append((line.number, "")) }
      return
    }
    try closeProse()
    let mark = line.spans.last.flatMap {
      $0.kind == .comment ? $0.text.dropFirst(2).trimmed : nil
    }
    if mark == "#hide" {
      if line.code.trimmed.isEmpty { hidesRest = true }
    } else if !hidesRest {
      code.append(mark == "#key" ? Self.key(line) : CodeLine(number: line.number, text: line.text))
    }
  }

  /// A line marked `// #key`, without the mark.
  private static func key(_ line: SwiftLine) -> CodeLine {
    let shown = line.spans.dropLast().map(\.text).joined()
    let end = shown.lastIndex { !$0.isWhitespace }.map { shown.index(after: $0) }
    return CodeLine(
      number: line.number, text: String(shown[..<(end ?? shown.startIndex)]), isKey: true)
  }

  // MARK: Blocks

  private mutating func closeCode() {
    while let last = code.last, last.text.trimmed.isEmpty { code.removeLast() }
    if !code.isEmpty { cells[cells.count - 1].blocks.append(.code(lines: code)) }
    code = []
  }

  private mutating func closeProse() throws(SourceError) {
    let current = cells.count - 1
    for block in try ProseBlocks.split(prose, in: source.name, root: root) {
      cells[current].blocks.append(block)
      if cells[current].heading == nil, case .prose(_, let text) = block {
        cells[current].heading = ProseBlocks.heading(of: text)
      }
    }
    prose = []
  }

  private func error(_ line: Int?, _ problem: String) -> SourceError {
    SourceError(file: source.name, line: line, problem: problem)
  }
}
