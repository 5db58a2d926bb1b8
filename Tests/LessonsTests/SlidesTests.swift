import Foundation
import Lessons
import Testing

@Suite(
  "A chapter's slides", .temporaryFolder,
  .enabled(if: Tool.pandoc.isThere, "pandoc is not installed"))
struct SlidesTests {
  private let folder = TemporaryFolder.place()

  @Test("Sentences, formulas, key lines, questions and figures stand on slides; prose does not")
  func content() throws {
    let edition = try PageSamples.edition(in: folder)
    let html = try DeckPage(edition, SlideFigures(edition)).html()
    #expect(PageTests.complaint(html) == nil)
    for text in [
      "It is lost.", "How <em>much</em>?", "<math display=\"block\"", "alt=\"Two curves",
    ] {
      #expect(html.contains(text))
    }
    #expect(html.contains("Forgetting is the first thing"))
    #expect(!html.contains("Words.") && !html.contains("line29"))
    #expect(!html.contains("src=\"http"))
  }

  @Test(
    "A sentence that leads on to its formula stands above it, one that has ended does not",
    arguments: [
      ("甲是乙！它就是：", "它就是：", "甲是乙"), ("Words. It is", "It is", "Words."), ("甲。乙。", "3.1 First", "乙"),
    ])
  func leads(_ text: String, _ shown: String, _ left: String) throws {
    let edition = try PageSamples.edition(in: folder)
    let source = PageSamples.source.replacing("//: > slide: It is lost.\n", with: "")
      .replacing("//: Words.\n", with: "//: \(text)\n")
    let chapter = try Literate(SourceText(name: "main.swift", text: source), root: folder)
    let other = Edition(chapter, edition.record, in: folder)
    let html = try DeckPage(other, SlideFigures(other)).html()
    #expect(html.contains(shown) && !html.contains(left))
  }

  @Test(
    "Figures are drawn in the size of slides, and again when their values or their drawing change")
  func figures() throws {
    let edition = try PageSamples.edition(in: folder)
    let slide = folder.appending(path: "slides/two-curves.svg")
    func svg() throws -> String { try String(contentsOf: slide, encoding: .utf8) }
    _ = try SlideFigures(edition)
    let first = try svg()
    #expect(first.contains("width=\"960\" height=\"540\""))
    let kept = first.replacing("960", with: "961")
    try Data(kept.utf8).write(to: slide)
    _ = try SlideFigures(edition)
    #expect(try svg() == kept, "nothing has changed")
    // The same value drawn by other code: here for a page.
    try Gnuplot.render(Samples.curves, named: "two-curves", in: slide.deletingLastPathComponent())
    _ = try SlideFigures(edition)
    #expect(try svg() == first, "the drawing has changed")
    try Gnuplot.render(Samples.bars, named: "two-curves", in: folder)
    _ = try SlideFigures(edition)
    #expect(try svg() != first, "the value has changed")
  }

  @Test(
    "Without gnuplot or a value they show the figures of the page; what to install is said once")
  func withoutGnuplot() throws {
    let edition = try PageSamples.edition(in: folder)
    var warnings: [String] = []
    let nowhere = Program(searchPath: "/nowhere")
    let figures = try SlideFigures(edition, with: nowhere) { warnings.append($0) }
    #expect(warnings.count == 1 && warnings[0].contains("apt-get install gnuplot"))
    #expect(try DeckPage(edition, figures).html().contains("src=\"data:image/svg+xml"))
    try FileManager.default.removeItem(at: folder.appending(path: "two-curves.json"))
    _ = try SlideFigures(edition, with: nowhere) { warnings.append($0) }
    #expect(warnings.count == 1)
  }

  @Test("PowerPoint slides are a whole file")
  func powerPoint() throws {
    let edition = try PageSamples.edition(in: folder)
    try DeckFile(edition, SlideFigures(edition)).write()
    let data = try Data(contentsOf: folder.appending(path: DeckFile.name))
    #expect(data.starts(with: Data("PK".utf8)))
    #expect(data.count > 20_000)
  }
}
