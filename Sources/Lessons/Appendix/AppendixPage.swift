import Foundation

/// The appendix as one page: notation, glossary and map, in both languages side by side.
package struct AppendixPage {
  private let parts: [(title: String, text: String)]
  private let markup: Markup
  private let words: Wording
  /// The file's name beside the index.
  package static let name = "appendix.html"

  /// - Throws: ``SourceError`` for a part that is missing, ``PandocError``.
  package init(below root: URL, words: Wording = .english, pandoc: Pandoc = Pandoc()) throws {
    self.words = words
    parts = try AppendixCheck.pages.map { name in
      var lines = try SourceText(name: name, below: root).text.sourceLines[...]
      let title = lines.popFirst().map { $0.drop { "# ".contains($0) } } ?? ""
      return (String(title), LineBreaking.joined(lines.joined(separator: "\n")))
    }
    markup = try Markup(parts.map(\.text), pandoc: pandoc)
  }

  /// The page's text.
  package var html: String {
    let sections = parts.map { part in
      XHTML.element("h2", [:], XHTML.escaped(part.title))
        // A table is wider than a telephone: it scrolls, and the page does not.
        + markup.blocks(part.text)
        .replacing("<table", with: "<div class=\"scroll\" tabindex=\"0\"><table")
        .replacing("</table>", with: "</table></div>")
    }
    let main =
      XHTML.element("p", [:], XHTML.element("a", ["href": index], XHTML.escaped(words.allChapters)))
      + XHTML.element("h1", [:], XHTML.escaped(words.appendix)) + sections.joined(separator: "\n")
    return XHTML.document(
      language: words.language.tag,
      head: XHTML.element("title", [:], XHTML.escaped("\(words.book) · \(words.appendix)")) + "\n"
        + XHTML.style([Palette.css, Stylesheet.base, Self.css].joined(separator: "\n")),
      body: XHTML.element("main", ["class": "appendix"], main))
  }

  private var index: String { words.language.file(Page.name) }

  private static let css = """
    .appendix { max-width: 64rem; margin: 0 auto; padding: 2rem 1.1rem 4rem; }
    .scroll { overflow-x: auto; margin: .8em 0; }
    .appendix table { border-collapse: collapse; font-size: .88rem; line-height: 1.45; min-width: 44rem; }
    .appendix th, .appendix td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0;
      border-bottom: 1px solid var(--rule); }
    """
}
