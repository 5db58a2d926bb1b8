/// The book's first page: its chapters, what each finds, and what there is of it.
package struct BookIndex {
  /// A chapter of the book.
  package struct Entry {
    let chapter: Int
    let title: String
    /// Nil when it has not been run.
    let edition: Edition?
    /// Files beside its record, in the order in which they are offered.
    let files: [String]

    package init(chapter: Int, title: String, edition: Edition?, files: [String]) {
      self.chapter = chapter
      self.title = title
      self.edition = edition
      self.files = files
    }
  }

  private let entries: [Entry]
  private let words: Wording
  private let markup: Markup
  /// Files of the book as a whole, with their names, relative to the index.
  private let extras: [(file: String, name: String)]

  /// - Throws: ``PandocError``.
  package init(
    _ entries: [Entry], extras: [(file: String, name: String)] = [], words: Wording = .english,
    pandoc: Pandoc = Pandoc()
  ) throws {
    self.entries = entries
    self.extras = extras
    self.words = words
    markup = try Markup(entries.compactMap { $0.edition?.claim }, pandoc: pandoc)
  }

  /// The page's text.
  package var html: String {
    let items = entries.map(item).joined(separator: "\n")
    let links = extras.map {
      XHTML.element("a", ["href": $0.file], XHTML.escaped($0.name))
    }.joined(separator: " · ")
    let main =
      XHTML.element(
        "header", [:],
        XHTML.element("h1", [:], XHTML.escaped(words.book))
          + XHTML.element("p", ["class": "muted"], XHTML.escaped(words.subtitle)))
      + XHTML.element("ol", ["class": "book", "aria-label": words.chapters], items)
      + (links.isEmpty ? "" : XHTML.element("p", [:], links))
    return XHTML.document(
      language: words.language.tag,
      head: XHTML.element("title", [:], XHTML.escaped(words.book)) + "\n"
        + XHTML.style([Palette.css, Stylesheet.base, Self.css].joined(separator: "\n")),
      body: XHTML.element("main", ["class": "shelf"], main))
  }

  private func item(_ entry: Entry) -> String {
    let folder = "chapter-\(entry.chapter)/"
    let number = XHTML.element(
      "p", ["class": "muted"], XHTML.escaped(Wording.fill(words.chapter, entry.chapter)))
    let isMade = entry.files.contains(Page.name)
    let title = XHTML.escaped(entry.title)
    let heading = XHTML.element(
      "h2", [:],
      isMade ? XHTML.element("a", ["href": folder + words.language.file(Page.name)], title) : title)
    let gist = entry.edition?.claim.map { markup.blocks($0) } ?? ""
    return XHTML.element("li", [:], number + heading + gist + facts(entry, in: folder))
  }

  private func facts(_ entry: Entry, in folder: String) -> String {
    guard let edition = entry.edition, !entry.files.isEmpty else {
      return XHTML.element(
        "p", ["class": "facts"], XHTML.escaped(Wording.fill(words.notYet, entry.chapter)))
    }
    let counts = [
      Wording.fill(words.readingTime, edition.readingMinutes),
      words.figures(edition.record.figures.count),
      words.claims(edition.record.claims.count),
    ]
    let names = [
      Page.name: words.page, DeckPage.name: words.slides, DeckFile.name: words.slides + " (pptx)",
      Notebook.name(entry.chapter): words.notebook,
    ]
    let links = entry.files.map { file in
      XHTML.element(
        "a", ["href": folder + words.language.file(file)], XHTML.escaped(names[file] ?? file))
    }
    return XHTML.element(
      "p", ["class": "facts"], (counts.map(XHTML.escaped) + links).joined(separator: " · "))
  }

  private static let css = """
    .shelf { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.1rem 4rem; }
    .shelf h1 { font-size: 2.6rem; margin-bottom: .1em; }
    .book { list-style: none; padding: 0; margin: 2rem 0; }
    .book > li { border-top: 1px solid var(--rule); padding: 1.3rem 0 .4rem; margin: 0; }
    .book .muted { margin: 0; } .book h2 + p { margin-bottom: .5em; } .book h2 { margin: 0 0 .35em; } .book h2 a { text-decoration: none; }
    .book h2 a:hover { text-decoration: underline; }
    """
}
