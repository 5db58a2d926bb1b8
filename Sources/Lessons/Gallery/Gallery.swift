/// The page `index.html` over the folder for lectures: each figure small, with what it finds, how it came about
/// and all its files. It fetches nothing and needs no script.
package struct Gallery {
  /// A chapter with those of its figures that are drawn.
  package struct Chapter {
    let record: Record
    let title: String
    let figures: [Item]

    /// - Parameter title: the chapter's, in the language of the gallery.
    package init(_ record: Record, title: String, _ figures: [Item]) {
      self.record = record
      self.title = title
      self.figures = figures
    }
  }

  /// A figure and its files.
  package struct Item {
    let figure: LectureFigure
    /// Its number and its words, in the language of the gallery.
    let output: FigureOutput
    /// The folder of its files, relative to the page.
    let place: String
    let files: Set<String>

    package init(
      _ figure: LectureFigure, as output: FigureOutput, place: String, files: [String]
    ) {
      self.figure = figure
      self.output = output
      self.place = place
      self.files = Set(files)
    }
  }

  private let chapters: [Chapter]

  private let words: Wording
  /// From the page to the folder of the records.
  private let records: String

  package init(_ chapters: [Chapter], words: Wording = .english) {
    self.words = words
    records = words.language == .english ? "../" : "../../"
    self.chapters = chapters.filter { !$0.figures.isEmpty }
  }

  /// The file's text.
  package var html: String {
    let count = chapters.reduce(0) { $0 + $1.figures.count }
    let title = XHTML.escaped(words.galleryTitle)
    let contents = chapters.map { chapter in
      XHTML.element(
        "li", [:],
        XHTML.element(
          "a", ["href": "#chapter-\(chapter.record.chapter)"],
          XHTML.escaped("\(chapter.record.chapter) · \(chapter.title)")))
    }
    let intro = Wording.fill(words.galleryOpening, count)
    let body =
      XHTML.element("a", ["class": "skip", "href": "#figures"], XHTML.escaped(words.skipToFigures))
      + XHTML.element(
        "header", [:],
        XHTML.element("h1", [:], title) + XHTML.element("p", [:], XHTML.escaped(intro))
          + XHTML.element(
            "nav", ["aria-label": words.chapters], XHTML.element("ul", [:], contents.joined())))
      + XHTML.element(
        "main", ["id": "figures"], chapters.map(section).joined(separator: "\n"))
    return XHTML.document(
      language: words.language.tag,
      head: XHTML.element("title", [:], title) + "\n"
        + XHTML.style([Palette.css, Stylesheet.base, Self.css].joined(separator: "\n")),
      body: body)
  }

  private func section(_ chapter: Chapter) -> String {
    let record = chapter.record
    let id = "chapter-\(record.chapter)"
    let facts = [
      Wording.fill(words.runOf, record.timings.started.prefix(10)),
      record.seeds.isEmpty
        ? "" : Wording.fill(words.seedsOf, record.seeds.map(String.init).joined(separator: ", ")),
      Wording.fill(words.profile, record.profile.rawValue), record.source,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let heading = "\(Wording.fill(words.chapter, record.chapter)) · \(chapter.title)"
    return XHTML.element(
      "section", ["aria-labelledby": id],
      XHTML.element("h2", ["id": id], XHTML.escaped(heading))
        + XHTML.element("p", ["class": "facts"], XHTML.escaped(facts))
        + XHTML.element("div", ["class": "grid"], chapter.figures.map(card).joined(separator: "\n"))
    )
  }

  private func card(_ item: Item) -> String {
    let output = item.output
    let number = output.number
    let title = Wording.fill(words.figure, number)
    func path(_ name: String) -> String { "\(item.place)/\(item.figure.stem)\(name)" }
    // The column of a paper is drawn for the size that a thumbnail has.
    let picture = XHTML.element(
      "picture", [:],
      XHTML.empty(
        "source",
        ["srcset": path("-paper-dark.png"), "media": "(prefers-color-scheme: dark)"])
        + XHTML.empty(
          "img", ["src": path("-paper-light.png"), "alt": output.alt, "loading": "lazy"]))
    let rows = Format.forLectures.map { format in
      let stem = "\(item.figure.stem)-\(format.title)"
      let kind = "\(words.size(format.name)), \(words.theme(format.theme.name))"
      let links = ["svg", "png", "pdf", "gif"].filter { item.files.contains("\(stem).\($0)") }
        .map { ending in
          XHTML.element(
            "a",
            [
              "href": "\(item.place)/\(stem).\(ending)",
              "aria-label":
                "\(title), \(kind), \(ending.uppercased())",
            ], ending.uppercased())
        }
      return XHTML.element(
        "li", [:],
        XHTML.element("span", ["class": "kind"], XHTML.escaped(kind))
          + links.joined(separator: " "))
    }
    let sources = [
      (path(".dat"), words.data), (path("-page-light.gp"), words.script),
      ("\(records)\(item.figure.origin.lastPathComponent)/\(output.name).json", words.value),
    ].map {
      XHTML.element("a", ["href": $0.0, "aria-label": "\(title), \($0.1)"], XHTML.escaped($0.1))
    }
    return XHTML.element(
      "article", ["id": "figure-\(number.replacing(".", with: "-"))"],
      XHTML.element(
        "a",
        [
          "class": "thumb", "href": path("-slide-light.png"),
          "aria-label": "\(Wording.fill(words.asSlide, number)): \(output.alt)",
        ], picture)
        + XHTML.element("h3", [:], XHTML.escaped("\(number) \(output.title)"))
        + XHTML.element("p", ["class": "caption"], XHTML.escaped(output.caption))
        + XHTML.element("ul", ["class": "downloads"], rows.joined())
        + XHTML.element("p", ["class": "sources"], sources.joined(separator: " · ")))
  }

  private static let css = """
    body { max-width: 100rem; margin: 0 auto; padding: 1rem 1.1rem 4rem; }
    header p { max-width: 46rem; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; }
    section { margin-top: 2.5rem; }
    .facts { margin-top: -.6rem; overflow-wrap: anywhere; }
    .grid { display: grid; gap: 1.4rem; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); }
    article { border: 1px solid var(--rule); border-radius: 8px; padding: .8rem; min-width: 0;
      display: flex; flex-direction: column; scroll-margin-top: 1rem; }
    .thumb { display: block; border-radius: 4px; }
    .thumb img { display: block; width: 100%; height: auto; aspect-ratio: auto 8 / 5; }
    article h3 { font-size: 1rem; line-height: 1.35; margin: .7rem 0 .35rem; text-wrap: balance; }
    .caption { font-size: .84rem; line-height: 1.45; color: var(--muted); margin: 0 0 .6rem; }
    .downloads { list-style: none; padding: 0; margin: auto 0 .5rem; font-size: .84rem; }
    .downloads li { display: flex; gap: .8rem; margin: 0; padding: .12rem 0; border-top: 1px solid var(--rule); }
    .kind { flex: 1; }
    .sources { font-size: .84rem; margin: 0; }
    @media print { .downloads, .sources, nav, .skip { display: none; } article { break-inside: avoid; } }
    """
}
