import Foundation

/// Slides as a PowerPoint file, made by pandoc, with the chapter's prose as notes for the speaker.
package struct DeckFile {
  private let edition: Edition
  private let deck: Deck
  private let figures: SlideFigures
  /// The file's name beside the record.
  package static let name = "slides.pptx"

  package init(_ edition: Edition, _ figures: SlideFigures) {
    self.edition = edition
    self.figures = figures
    deck = Deck(edition)
  }

  /// Makes the file beside the record.
  /// - Throws: ``PandocError``.
  package func write(pandoc: Pandoc = Pandoc()) throws {
    // Written under another name first: a file that is open in a lecture is never half a file.
    let made = edition.folder.appending(path: ".\(edition.language.file(Self.name))")
    defer { try? FileManager.default.removeItem(at: made) }
    try pandoc.run(
      [
        "--from=markdown-implicit_figures", "--to=pptx", "--slide-level=2", "--no-highlight",
        "--output=\(made.path)",
      ], on: markdown, in: edition.folder)
    try Data(contentsOf: made).write(
      to: edition.folder.appending(path: edition.language.file(Self.name)), options: .atomic)
  }

  /// The slides as pandoc reads them.
  var markdown: String {
    let number = Wording.fill(edition.words.chapter, edition.chapter)
    let head =
      "---\ntitle: |\n  \(edition.title)\nsubtitle: |\n  \(edition.words.book) · \(number)\n---\n"
    return head
      + deck.slides.map { slide in
        let notes = slide.notes.isEmpty ? "" : "\n\n::: notes\n\(slide.notes)\n:::"
        return "\n## \(slide.heading)\n\n"
          + slide.parts.map(part).joined(separator: "\n\n") + notes + "\n"
      }.joined()
  }

  private func part(_ part: Deck.Part) -> String {
    switch part {
    case .sentence(let text), .formula(let text): text
    case .question(let text): "**\(edition.words.predict).** " + text
    case .code(let lines): "```swift\n" + lines.map(\.text).joined(separator: "\n") + "\n```"
    case .figure(let figure):
      // Pandoc writes the words in brackets under the picture, and those in quotes in its place.
      figures.file(figure, "png").map { "![](\($0) \"\(Self.plain(figure.alt))\")" }
        ?? Self.plain(figure.alt)
    case .table(let table):
      ([table.columns, table.columns.map { _ in "---" }] + table.rows)
        .map { "| " + $0.map(Self.plain).joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
  }

  /// Text in which nothing is a mark of Markdown.
  private static func plain(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        if character.isNewline { return [" "] }
        return character.isASCII && (character.isPunctuation || character.isSymbol)
          ? ["\\", character] : [character]
      })
  }
}
