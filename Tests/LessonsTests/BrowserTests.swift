import Foundation
import Lessons
import Testing

@Suite(
  "Pages in a browser", .serialized, .temporaryFolder,
  .enabled(
    if: Tool.chromium.isThere && Tool.pandoc.isThere, "chromium or pandoc is not installed"))
struct BrowserTests {
  private let folder = TemporaryFolder.place()

  @Test("A page with one of everything, its slides, and the text of every chapter fit a telephone")
  func samples() throws {
    let edition = try PageSamples.edition(in: folder)
    var sheets = [
      Browser.Sheet(html: try Page(edition).html()),
      Browser.Sheet(html: try DeckPage(edition, SlideFigures(edition)).html()),
    ]
    let root = ChapterSourceTests.root
    for source in ChapterSourceTests.sources {
      let chapter = try Literate(SourceText(name: source, below: root), root: root)
      let page = try Page(Edition(chapter, PageSamples.record(of: chapter), in: folder))
      sheets.append(Browser.Sheet(html: try page.html()))
    }
    try Browser.check(sheets, names: ["the page", "the slides"] + ChapterSourceTests.sources)
  }
}
