import Foundation
import Hashing

/// A chapter as a Jupyter notebook, for reading where notebooks are shown: GitHub, nbviewer, editors.
package struct Notebook {
  private let edition: Edition
  private let words: Wording

  package init(_ edition: Edition) {
    self.edition = edition
    words = edition.words
  }

  /// The file's name beside the record.
  package static func name(_ chapter: Int) -> String { "chapter-\(chapter).ipynb" }

  /// The file: format 4.5, with unique ids, outputs and pictures.
  /// - Throws: ``SourceError`` when a figure of the record is not there.
  package func json() throws -> Data {
    var cells = [markdown("about", about)]
    var count = 0
    for section in edition.sections {
      cells += try self.cells(section, &count)
    }
    return try NotebookFile(cells: cells, metadata: .init(title: edition.title)).json()
  }

  private var about: String {
    """
    # \(Wording.fill(words.chapter, edition.chapter)) · \(edition.title)

    \(words.forReading)

    \(words.howToRun)

        make chapter-\(edition.chapter)
    """
  }

  /// The cells of one section. Outputs hang on the section's last code; where none is shown, on its step.
  private func cells(_ section: Section, _ count: inout Int) throws -> [NotebookCell] {
    var cells: [NotebookCell] = []
    let heading = section.id == "opening" ? nil : section.heading
    if let heading {
      cells.append(
        markdown(
          "\(section.id)-heading", String(repeating: "#", count: section.level) + " " + heading))
    }
    let lastCode = section.blocks.lastIndex { if case .code = $0 { true } else { false } }
    for (index, block) in section.blocks.enumerated() {
      let id = "\(section.id)-\(index)"
      if case .code(let lines) = block {
        count += 1
        let outputs = index == lastCode ? try section.outputs.flatMap(shown) : []
        let source = lines.map(\.text).joined(separator: "\n")
        cells.append(
          NotebookCell(
            id: Self.short(id), content: .code(count: count, outputs: outputs), source: source))
      } else if let text = text(block) {
        cells.append(markdown(id, text))
      }
    }
    if lastCode == nil, !section.outputs.isEmpty {
      count += 1
      cells.append(
        NotebookCell(
          id: Self.short("\(section.id)-step"),
          content: .code(count: count, outputs: try section.outputs.flatMap(shown)),
          source: "lesson.step(\"\(section.id)\")"))
    }
    cells += section.afterword.enumerated().compactMap { index, block in
      text(block).map { markdown("\(section.id)-after-\(index)", $0) }
    }
    return cells
  }

  private func markdown(_ id: String, _ text: String) -> NotebookCell {
    NotebookCell(id: Self.short(id), content: .markdown, source: text)
  }

  /// At most 64 characters, and another id for each name.
  private static func short(_ id: String) -> String {
    id.count <= 64 ? id : id.prefix(47) + "-" + SHA256.hex(of: id).prefix(16)
  }

  /// A block as Markdown; nil for what is code or is not shown.
  private func text(_ block: Block) -> String? {
    switch block {
    case .prose(_, let text): text
    case .predict(_, let question): quoted("**\(words.predict).** " + question)
    case .hint(_, let text): folded(words.hint, text)
    case .quiz(let quiz):
      quoted("**\(words.question).** " + quiz.question) + "\n\n"
        + quiz.choices.map { choice in
          let verdict = choice.isRight ? "✓ \(words.right)" : "✗ \(words.wrong)"
          return folded(choice.text, "\(verdict) \(choice.reason)")
        }.joined(separator: "\n\n")
    case .library(let file, _, let lines):
      "`\(file):\(lines.first?.number ?? 1)`\n\n```swift\n"
        + lines.map(\.text).joined(separator: "\n") + "\n```"
    case .code, .slide: nil
    }
  }

  private func quoted(_ text: String) -> String {
    text.sourceLines.map { "> " + $0 }.joined(separator: "\n")
  }

  /// Markdown in a box that opens. The blank lines let Markdown go on within it; its title is HTML.
  private func folded(_ title: String, _ text: String) -> String {
    let title = XHTML.escaped(title).replacing(/`([^`]+)`/) { "<code>\($0.1)</code>" }
    return "<details>\n<summary>\(title)</summary>\n\n\(text)\n\n</details>"
  }

  private func shown(_ output: Output) throws -> [NotebookOutput] {
    switch output {
    case .text(let text): return [.stream(text + "\n")]
    case .notice(let text): return [.stream("▲ \(text)\n")]
    case .claim(let claim):
      let mark =
        switch claim.verdict {
        case .holds: "✓"
        case .fails: "✗"
        case .otherData, .notChecked: "○"
        }
      return [.stream("\(mark) \(claim.claim)\n  \(words.found)\(claim.found)\n")]
    case .table(let table):
      let plain = ([table.title] + table.drawn(width: 100) + [table.note].compactMap(\.self))
        .joined(separator: "\n")
      return [.display(text: plain, html: OutputHTML.table(table))]
    case .figure(let figure):
      let caption = figure.caption.isEmpty ? figure.title : figure.caption
      let number = Wording.fill(words.figure, figure.number)
      return [
        try picture(figure),
        .display(
          text: "\(number). \(caption)",
          html: "<p><b>\(XHTML.escaped(number)).</b> \(XHTML.escaped(caption))</p>"),
      ]
    }
  }

  /// The picture, or its words where there was no gnuplot to draw it.
  /// - Throws: ``SourceError`` when a picture of the record is not there.
  private func picture(_ figure: FigureOutput) throws(SourceError) -> NotebookOutput {
    guard let name = figure.file("png") else { return .stream(figure.alt + "\n") }
    return .display(text: figure.alt, png: try edition.bytes(name))
  }
}
