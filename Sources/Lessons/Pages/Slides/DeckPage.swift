import Foundation

/// Slides as one XHTML file that needs no network: it scrolls from slide to slide, and a few lines of script let
/// the arrow keys do so. Printed, each slide is a page.
package struct DeckPage {
  private let edition: Edition
  private let deck: Deck
  private let figures: SlideFigures
  private let markup: Markup
  private let words: Wording
  /// The file's name beside the record.
  package static let name = "slides.html"

  /// - Throws: ``PandocError``.
  package init(_ edition: Edition, _ figures: SlideFigures, pandoc: Pandoc = Pandoc()) throws {
    self.edition = edition
    self.figures = figures
    words = edition.words
    deck = Deck(edition)
    markup = try Markup(
      deck.slides.flatMap { slide in
        [slide.heading]
          + slide.parts.compactMap { part in
            switch part {
            case .sentence(let text), .formula(let text), .question(let text): text
            case .code, .figure, .table: nil
            }
          }
      }, pandoc: pandoc)
  }

  /// The file's text.
  /// - Throws: ``SourceError`` when a picture is not there.
  package func html() throws -> String {
    let number = Wording.fill(words.chapter, edition.chapter)
    let first = XHTML.element(
      "section", ["class": "slide first", "id": "slide-1"],
      XHTML.element("p", ["class": "muted"], XHTML.escaped("\(words.book) · \(number)"))
        + XHTML.element("h1", [:], XHTML.escaped(edition.title)))
    let others = try deck.slides.enumerated().map { try slide($1, number: $0 + 2) }
    let script = XHTML.script(DeckStyle.script)
    return XHTML.document(
      language: words.language.tag,
      head: XHTML.element("title", [:], XHTML.escaped("\(number) · \(edition.title)")) + "\n"
        + XHTML.style(
          [Palette.css, Stylesheet.base, CellStyle.code, DeckStyle.css].joined(separator: "\n")),
      body: XHTML.element("main", [:], ([first] + others).joined(separator: "\n")) + script)
  }

  private func slide(_ slide: Deck.Slide, number: Int) throws -> String {
    let parts = try slide.parts.map(part)
    let isPicture = slide.parts.count == 1 && slide.parts.contains(where: \.isFigure)
    let heading = XHTML.element("h2", [:], markup.inline(slide.heading))
    let count = XHTML.element("p", ["class": "count"], "\(number) / \(deck.slides.count + 1)")
    return XHTML.element(
      "section", ["class": isPicture ? "slide picture" : "slide", "id": "slide-\(number)"],
      heading + XHTML.element("div", ["class": "parts"], parts.joined(separator: "\n")) + count)
  }

  private func part(_ part: Deck.Part) throws -> String {
    switch part {
    case .sentence(let text): markup.blocks(text)
    case .formula(let text): XHTML.element("div", ["class": "formula"], markup.blocks(text))
    case .question(let text):
      XHTML.element(
        "div", ["class": "ask"],
        XHTML.element("p", ["class": "title"], XHTML.escaped(words.predict)) + markup.blocks(text))
    case .code(let lines):
      XHTML.element(
        "pre", ["class": "code", "tabindex": "0"], Listing(lines: lines, words: words).html)
    case .figure(let figure):
      // Its words where there was no gnuplot to draw it.
      try figures.svg(figure).map { svg in
        let source = OutputHTML.dataURI(svg, "image/svg+xml")
        return XHTML.element(
          "div", ["class": "card"], XHTML.empty("img", ["src": source, "alt": figure.alt]))
      } ?? XHTML.element("p", ["class": "note"], XHTML.escaped(figure.alt))
    case .table(let table): OutputHTML.table(table)
    }
  }
}

extension Deck.Part {
  var isFigure: Bool { if case .figure = self { true } else { false } }
}
