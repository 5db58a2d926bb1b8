import Foundation

/// A chapter as one self-contained XHTML file: no network, and no script is needed to read it.
package struct Page {
  private let edition: Edition
  private let markup: Markup
  private let words: Wording
  private let exercises: [ExerciseNote]

  /// A page of a chapter, with its exercises where they belong.
  /// - Throws: ``PandocError``.
  package init(
    _ edition: Edition, exercises: [ExerciseNote] = [], pandoc: Pandoc = Pandoc()
  ) throws {
    self.edition = edition
    self.exercises = exercises
    words = edition.words
    markup = try Markup(
      edition.sections.flatMap {
        BlockHTML.markdown($0.blocks) + BlockHTML.markdown($0.afterword)
          + ($0.heading.map { [$0] } ?? [])
      } + ExerciseBox.markdown(exercises), pandoc: pandoc)
  }

  /// The file's name beside the record.
  package static let name = "index.html"

  /// The file's text.
  /// - Parameters:
  ///   - neighbours: those of the chapters before and after that have a page: its foot links to them.
  ///   - hasIndex: whether the book has an index to link to.
  /// - Throws: ``SourceError`` when a picture of the record is not there.
  package func html(between neighbours: [Neighbour] = [], hasIndex: Bool = false) throws -> String {
    let css = [
      Palette.css, Stylesheet.base, Stylesheet.frame, CellStyle.code, CellStyle.outputs,
      CellStyle.asides, CellStyle.print,
    ].joined(separator: "\n")
    let places = ExerciseBox.places(exercises, in: edition.sections)
    let box = ExerciseBox(markup: markup, words: words, chapter: edition.chapter)
    let sections = try edition.sections.enumerated().dropFirst().compactMap { index, section in
      let boxes = (places[index] ?? []).map(box.html)
      return section.isEmpty && boxes.isEmpty ? nil : try self.section(section, boxes)
    }
    let main = XHTML.element(
      "main", ["id": "text"],
      try header() + "\n" + sections.joined(separator: "\n") + footer(neighbours))
    let skip = XHTML.element(
      "a", ["class": "skip", "href": "#text"], XHTML.escaped(words.skipToText))
    return XHTML.document(
      language: words.language.tag,
      head: XHTML.element("title", [:], XHTML.escaped("\(number) · \(edition.title)")) + "\n"
        + XHTML.style(css),
      body: skip + "\n" + XHTML.element("div", ["class": "frame"], contents(hasIndex) + "\n" + main)
        + XHTML.script(Self.opensOnPaper))
  }

  private var number: String { Wording.fill(words.chapter, edition.chapter) }

  // MARK: Parts

  private func header() throws -> String {
    guard let opening = edition.sections.first else { return "" }
    let facts = RunFacts(edition)
    let failed = facts.failedClaims
    let alarm =
      failed == 0
      ? ""
      : XHTML.element("p", ["class": "alarm"], XHTML.escaped(words.failed(failed)))
    return XHTML.element(
      "header", [:],
      XHTML.element("p", ["class": "muted"], XHTML.escaped("\(words.book) · \(number)"))
        + XHTML.element("h1", [:], XHTML.escaped(edition.title))
        + XHTML.element("p", ["class": "facts"], facts.html) + alarm)
      + XHTML.element("section", ["id": "opening"], try body(opening))
  }

  private func contents(_ hasIndex: Bool) -> String {
    let items = edition.sections.compactMap { section in
      section.heading.map {
        XHTML.element(
          "li", ["class": section.level > 2 ? "part" : nil],
          XHTML.element("a", ["href": "#\(section.id)"], markup.inline($0)))
      }
    }.dropFirst()
    let all =
      hasIndex
      ? XHTML.element(
        "li", [:],
        XHTML.element(
          "a", ["href": "../" + edition.language.file(Self.name)],
          XHTML.escaped(words.allChapters)))
      : ""
    let open = XHTML.element(
      "label", [:],
      XHTML.empty("input", ["type": "checkbox", "id": "open-all"])
        + XHTML.element("span", [:], XHTML.escaped(words.openAll)))
    return XHTML.element(
      "details", ["class": "contents"],
      XHTML.element("summary", [:], XHTML.escaped(words.contents))
        + XHTML.element(
          "nav", ["aria-label": words.contents],
          XHTML.element("ol", [:], items.joined(separator: "\n") + all)) + open)
  }

  private func section(_ section: Section, _ boxes: [String]) throws -> String {
    let heading = section.heading.map {
      XHTML.element("h\(section.level)", ["id": "\(section.id)-heading"], markup.inline($0))
    }
    return XHTML.element(
      "section",
      [
        "id": section.id,
        "aria-labelledby": section.heading == nil ? nil : "\(section.id)-heading",
      ], (heading ?? "") + (try body(section)) + boxes.joined(separator: "\n"))
  }

  /// What a cell says and does, what came out, and the last word on it. Where the reader is asked first, the
  /// last two wait in a box.
  private func body(_ section: Section) throws -> String {
    let blocks = BlockHTML(markup: markup, words: words)
    let said = blocks.html(section.blocks)
    let rest = try outputs(section) + blocks.html(section.afterword)
    guard section.asks, !section.outputs.isEmpty else { return said + rest }
    return said
      + XHTML.element(
        "details", ["class": "reveal"],
        XHTML.element("summary", [:], XHTML.escaped(words.reveal)) + rest)
  }

  private func outputs(_ section: Section) throws -> String {
    guard !section.outputs.isEmpty else { return "" }
    let printer = OutputHTML(edition)
    let time = section.seconds.map {
      XHTML.element(
        "p", ["class": "took"],
        XHTML.escaped(Wording.fill(words.took, ProgressLine.duration($0))))
    }
    return XHTML.element(
      "div", ["class": "outputs", "role": "group", "aria-label": words.output],
      try section.outputs.map(printer.html).joined(separator: "\n") + (time ?? ""))
  }

  private func footer(_ neighbours: [Neighbour]) -> String {
    let links = neighbours.map { neighbour in
      XHTML.element(
        "a", ["href": "../chapter-\(neighbour.number)/\(edition.language.file(Self.name))"],
        XHTML.escaped(
          (neighbour.number < edition.chapter ? "← \(words.previous): " : "\(words.next): ")
            + neighbour.title + (neighbour.number < edition.chapter ? "" : " →")))
    }
    return links.isEmpty ? "" : XHTML.element("footer", [:], links.joined(separator: "\n"))
  }
}

extension Page {
  /// Older browsers have no style by which a closed box shows its content on paper. Nothing else needs a script.
  private static let opensOnPaper = """
    if (!CSS.supports("selector(::details-content)")) addEventListener("beforeprint", () =>
      document.querySelectorAll("details").forEach(box => { box.removeAttribute("name"); box.open = true }));
    """
}

/// A chapter that another one links to.
package struct Neighbour: Sendable {
  package let number: Int
  package let title: String

  package init(number: Int, title: String) {
    self.number = number
    self.title = title
  }
}

extension Section {
  /// Nothing to say: an end without words.
  var isEmpty: Bool { heading == nil && blocks.isEmpty && outputs.isEmpty && afterword.isEmpty }
}
