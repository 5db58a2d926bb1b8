/// How a cell and what its code puts out look on a terminal.
package struct CellPrinter {
  let console: Console
  /// The chapter's source, for the place of each cell.
  let source: String
  /// The folder of the output, as the reader knows it.
  let folder: String
  let wording: Wording

  /// The chapter's title, and what a reader can expect of the run.
  func title(_ text: String, _ facts: [String]) {
    console.line(StyledText(text, .heading))
    console.lines(
      StyledText(facts.joined(separator: " · "), .dim).wrapped(to: console.width))
    console.gap()
  }

  /// The rule above a cell: `── 4/9  Forgetting ───── Chapters/01-forgetting/main.swift:88`.
  func rule(_ cell: Cell, position: Int, of count: Int) throws(FormulaError) {
    let heading = try Inline.styled(cell.heading ?? cell.id).plain
    let left = "── \(position)/\(count)  \(heading) "
    let place = " \(source):\(cell.line)"
    console.gap()
    let room = console.width - left.displayWidth - place.displayWidth
    if room > 1 {
      let rest = String(repeating: "─", count: room) + place
      console.line(StyledText(left, .heading) + StyledText(rest, .dim))
    } else {
      console.lines(StyledText(left, .heading).wrapped(to: console.width))
    }
    console.gap()
  }

  /// Prose and code in source order. The heading stands in the rule above and is not said twice.
  func show(_ blocks: some Sequence<Block>, under heading: String? = nil) throws(FormulaError) {
    for block in blocks {
      console.gap()
      switch block {
      case .prose(_, let text):
        console.lines(
          try Markdown.lines(Self.withoutHeading(text, heading), width: console.proseWidth))
      case .predict(_, let question):
        aside(wording.predict, try Markdown.lines(question, width: console.proseWidth - 2))
      case .quiz(let quiz): try self.quiz(quiz)
      case .hint(_, let text): if !console.asks { try hint(text) }
      case .slide: break
      case .code(let lines): code(lines)
      case .library(let file, _, let lines):
        console.line(StyledText("  " + file, .dim))
        code(lines)
      }
    }
    console.gap()
  }

  /// Lines beside a bar, under a title.
  private func aside(_ title: String, _ lines: [StyledText]) {
    let bar = StyledText("┃ ", .notice)
    console.lines(([StyledText(title, .bold)] + lines).map { bar + $0 })
  }

  /// A hint: beside the question when nobody can ask for it, else when somebody does.
  func hint(_ text: String) throws(FormulaError) {
    console.gap()
    aside(wording.hint, try Markdown.lines(text, width: console.proseWidth - 2))
    console.gap()
  }

  /// A question and its choices; with their reasons when nobody is there to choose.
  private func quiz(_ quiz: Quiz) throws(FormulaError) {
    let width = console.proseWidth - 2
    var lines = try Markdown.lines(quiz.question, width: width)
    for (letter, choice) in zip(Quiz.letters, quiz.choices) {
      lines += try item("\(letter)) ", .bold, choice.text, width: width)
      if !console.asks { lines += try reason(choice, width: width) }
    }
    aside(wording.question, lines)
  }

  /// Whether an answer is right, and why.
  func answer(_ choice: Quiz.Choice) throws(FormulaError) {
    console.lines(try reason(choice, width: console.proseWidth - 2))
  }

  private func reason(_ choice: Quiz.Choice, width: Int) throws(FormulaError) -> [StyledText] {
    try item(
      choice.isRight ? "✓ " : "✗ ", choice.isRight ? .good : .bad, choice.reason, width: width - 3
    ).map { StyledText("   ") + $0 }
  }

  /// Text that hangs behind its mark.
  private func item(_ mark: String, _ style: TextStyle, _ text: String, width: Int)
    throws(FormulaError) -> [StyledText]
  {
    let hang = String(repeating: " ", count: mark.displayWidth)
    let lines = try Markdown.lines(text, width: max(1, width - hang.count))
    return lines.enumerated().map { index, line in
      (index == 0 ? StyledText(mark, style) : StyledText(hang)) + line
    }
  }

  /// Code with its own line numbers.
  private func code(_ lines: [CodeLine]) {
    let digits = String(lines.last?.number ?? 0).count + 2
    let highlighted = SwiftLexer.lines(of: lines.map(\.text).joined(separator: "\n"))
    for (line, colours) in zip(lines, highlighted) {
      let parts = StyledText(colours).cut(to: max(8, console.codeWidth - digits - 3))
      for (index, part) in parts.enumerated() {
        let number = (index == 0 ? String(line.number) : "").rightAligned(to: digits)
        console.line(StyledText(number + " │ ", .dim) + part)
      }
    }
  }

  /// What a cell's code put out.
  func output(_ output: Output) throws(FormulaError) {
    switch output {
    case .text(let text):
      for line in text.sourceLines {
        console.lines(StyledText(line).cut(to: console.codeWidth))
      }
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .claim(let claim): self.claim(claim)
    case .notice(let text):
      let lines = StyledText(text, .notice).wrapped(to: console.proseWidth - 2)
      console.gap()
      console.lines(lines.map { StyledText("▲ ", .notice) + $0 })
      console.gap()
    }
  }

  private func table(_ table: Table) {
    console.gap()
    let drawn = table.drawn(width: console.width).map { StyledText($0) }
    console.lines(StyledText(table.title, .bold).wrapped(to: console.width) + drawn)
    if let note = table.note {
      console.lines(StyledText(note, .dim).wrapped(to: console.width))
    }
    console.gap()
  }

  private func figure(_ figure: FigureOutput) {
    console.gap()
    let name =
      StyledText(Wording.fill(wording.figure, figure.number) + "  ", .bold)
      + StyledText(figure.title)
    console.lines(name.wrapped(to: console.width))
    let words = figure.caption.isEmpty ? figure.alt : figure.caption
    console.lines(StyledText(words, .dim).wrapped(to: console.proseWidth))
    let others = figure.files.dropFirst().map { file in
      let name = file.split(separator: "/").last ?? ""
      return name.replacing(figure.name + ".", with: ".")
    }
    let files = (figure.files.prefix(1).map { "\(folder)/\($0)" } + others).joined(separator: " ")
    console.lines(StyledText(files, .dim).wrapped(to: console.width))
    console.gap()
  }

  private func claim(_ claim: Claim) {
    let (mark, style): (String, TextStyle) =
      switch claim.verdict {
      case .holds: ("✓", .good)
      case .fails: ("✗", .bad)
      case .otherData: ("○", .notice)
      case .notChecked: ("○", .dim)
      }
    let words = claim.claim + wording.remark(claim.verdict)
    let lines = StyledText(words).wrapped(to: console.proseWidth - 2)
    for (index, line) in lines.enumerated() {
      console.line(StyledText(index == 0 ? mark + " " : "  ", style) + line)
    }
    for line in StyledText(wording.found + claim.found, .dim).wrapped(to: console.proseWidth - 2) {
      console.line(StyledText("  ") + line)
    }
  }

  private static func withoutHeading(_ markdown: String, _ heading: String?) -> String {
    guard let heading, let first = markdown.sourceLines.first,
      first.hasPrefix("#"), first.hasSuffix(heading)
    else { return markdown }
    return markdown.sourceLines.dropFirst().joined(separator: "\n")
  }
}
