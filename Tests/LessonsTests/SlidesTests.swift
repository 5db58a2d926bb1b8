import Foundation
import Lessons
import Testing

@Suite("A chapter's slides", .enabled(if: Tool.pandoc.isThere, "pandoc is not installed"))
struct SlidesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

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

  @Test("Figures are drawn in the size of slides, and again only when they have changed")
  func figures() throws {
    let edition = try PageSamples.edition(in: folder)
    let slide = folder.appending(path: "slides/two-curves.svg")
    _ = try SlideFigures(edition)
    #expect(try String(contentsOf: slide, encoding: .utf8).contains("width=\"960\" height=\"540\""))
    try Data("kept".utf8).write(to: slide)
    _ = try SlideFigures(edition)
    #expect(try String(contentsOf: slide, encoding: .utf8) == "kept")
    try Gnuplot.render(Samples.bars, named: "two-curves", in: folder)
    _ = try SlideFigures(edition)
    #expect(try String(contentsOf: slide, encoding: .utf8) != "kept")
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
