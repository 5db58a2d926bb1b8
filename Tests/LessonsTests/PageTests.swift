import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(
  "A chapter's page", .temporaryFolder,
  .enabled(if: Tool.pandoc.isThere, "pandoc is not installed"))
struct PageTests {
  private let folder = TemporaryFolder.place()

  private func page(_ words: Wording = .english) throws -> String {
    try Page(PageSamples.edition(in: folder, words: words))
      .html(between: [Neighbour(number: 2, title: "Before"), Neighbour(number: 4, title: "After")])
  }

  /// The first complaint of the XML parser.
  static func complaint(_ text: String) -> String? {
    let parser = XMLParser(data: Data(text.utf8))
    return parser.parse() ? nil : "line \(parser.lineNumber): \(parser.parserError as Any)"
  }

  @Test("It is well-formed, in one file, with words for every picture")
  func whole() throws {
    let html = try page()
    #expect(Self.complaint(html) == nil)
    #expect(html.contains("<html lang=\"en\""))
    #expect(!html.contains("src=\"http") && !html.contains("@import"))
    // The one script opens boxes for paper, in browsers whose style sheets cannot.
    #expect(html.components(separatedBy: "<script").count == 2 && html.contains("beforeprint"))
    #expect(html.contains("alt=\"Two curves &quot;A&quot;\""))
    #expect(html.contains("src=\"data:image/svg+xml;base64,"))
    for kind in ["dat", "gp", "svg", "pdf", "png"] {
      #expect(html.contains("href=\"two-curves.\(kind)\""))
    }
  }

  @Test("Text is text, whatever it holds; code has its true numbers; long code shows its key lines")
  func content() throws {
    let html = try page()
    #expect(html.contains("said &quot;this&quot; &lt;b&gt;"))
    #expect(html.contains("<th scope=\"row\">a &lt; b</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"number\">ACC</th>"))
    let number = try #require(
      PageSamples.source.sourceLines.firstIndex { $0.hasPrefix("let a = ") })
    #expect(html.contains("data-n=\"\(number + 1)\"><span class=\"kw\">let</span> a"))
    #expect(html.contains("Show all 31 lines"))
    let preview = try #require(html.components(separatedBy: "class=\"code preview\"").last)
    #expect(
      preview.components(separatedBy: "</summary>")[0].components(separatedBy: "data-n").count == 2)
    #expect(html.contains("computed in 1.5 s"))
    #expect(html.contains("1 of the text") && html.contains("class=\"claim fails\""))
  }

  @Test("A formula stands beside the library's code, as MathML; headings come in order")
  func formulas() throws {
    let html = try page()
    let pair = try #require(html.components(separatedBy: "<div class=\"pair\">").dropFirst().first)
    #expect(pair.contains("<math display=\"block\""))
    #expect(pair.contains("Sources/Library.swift:1"))
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(levels.filter { $0 == 1 }.count == 1)
  }

  @Test("After a question the outputs and the last word on them wait to be opened")
  func asked() throws {
    let html = try page()
    let reveal = try #require(html.range(of: "<details class=\"reveal\">"))
    #expect(html[..<reveal.lowerBound].contains("How <em>much</em>?"))
    #expect(html[..<reveal.lowerBound].contains("<summary>Hint</summary>"))
    #expect(html[reveal.upperBound...].contains("The last word."))
    #expect(!html[..<reveal.lowerBound].contains("class=\"outputs\""))
    #expect(html.components(separatedBy: "<details name=\"quiz-").count == 3)
    #expect(html.contains("It is not.") && !html.contains("It is lost."))
  }

  @Test("All fixed words come from the edition")
  func words() throws {
    let html = try page(Wording(.chinese))
    for text in ["lang=\"zh-Hans\"", ">目录<", ">先猜一猜<", "图 3.1", "实测：1<"] {
      #expect(html.contains(text))
    }
    #expect(!html.contains("Predict first") && !html.contains("Figure 3.1"))
  }

  @Test("Every chapter's text makes a well-formed page", arguments: ChapterSourceTests.sources)
  func chapters(source: String) throws {
    let root = ChapterSourceTests.root
    let chapter = try Literate(SourceText(name: source, below: root), root: root)
    let html = try Page(
      Edition(chapter, PageSamples.record(of: chapter), in: folder)
    ).html()
    #expect(Self.complaint(html) == nil)
  }

  @Test("A missing pandoc is named with the line that installs it")
  func missing() throws {
    let edition = try PageSamples.edition(in: folder)
    let error = #expect(throws: PandocError.self) {
      try Page(edition, pandoc: Pandoc(searchPath: "/nowhere"))
    }
    #expect(error?.description.contains("apt-get install pandoc") == true)
  }

  @Test("A picture that is gone is named with the command that makes it")
  func withoutPicture() throws {
    let edition = try PageSamples.edition(in: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "two-curves.svg"))
    let error = #expect(throws: SourceError.self) { try Page(edition).html() }
    #expect(error?.description.contains("make chapter-3") == true)
  }

  @Test("Words can be read on their ground in both themes", arguments: [Palette.light, .dark])
  func contrast(palette: Palette) throws {
    func luminance(_ name: String) throws -> Double {
      let text = try #require(palette.colours.first { $0.name == name }).value.dropFirst()
      let value = try #require(Int(text, radix: 16))
      let parts = [16, 8, 0].map { shift in
        let part = Double((value >> shift) & 0xFF) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for pair in Palette.pairs {
      let two = [try luminance(pair.words), try luminance(pair.ground)].sorted()
      #expect((two[1] + 0.05) / (two[0] + 0.05) >= 4.5, "\(pair.words) on \(pair.ground)")
    }
  }

  @Test("The index names every chapter, what it finds, and what there is of it")
  func index() throws {
    let edition = try PageSamples.edition(in: folder)
    let html = try BookIndex([
      .init(chapter: 3, title: "A & B", edition: edition, files: ["index.html"]),
      .init(chapter: 4, title: "Next", edition: nil, files: []),
    ]).html
    #expect(Self.complaint(html) == nil)
    #expect(html.contains("<a href=\"chapter-3/index.html\">A &amp; B</a>"))
    #expect(html.contains("Forgetting is the first thing, et al.\u{A0}say, that happens."))
    #expect(html.contains("make page-4"))
  }
}
