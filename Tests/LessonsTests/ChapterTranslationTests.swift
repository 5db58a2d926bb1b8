import Foundation
import Lessons
import Testing

@Suite("The chapters' translations")
struct ChapterTranslationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "Every passage is there and current, and every formula in it can be shown",
    arguments: ChapterSourceTests.sources)
  func current(source: String) throws {
    let text = try SourceText(name: source, below: Self.root)
    let chapter = try Literate(text, root: Self.root)
    let translation = try #require(
      try Translation(of: source, into: .chinese, root: Self.root))
    let check = TranslationCheck(translation)
    for complaint in check.complaints(about: chapter) + check.repetitions {
      Issue.record("\(complaint)")
    }
    for cell in chapter.cells {
      for block in translation.cell(cell).blocks {
        if let words = block.words { _ = try Markdown.lines(words, width: 80) }
      }
    }
  }

  @Test("An axis of tasks is no scenario, and a scenario is named in full")
  func tasks() throws {
    for source in ChapterSourceTests.sources.prefix(2) {
      let translation = try #require(
        try Translation(of: source, into: .chinese, root: Self.root))
      let figure = Figure.curves(
        title: "", alt: "", x: Axis("task"), y: Axis("accuracy"),
        [Line("task-incremental", x: [1], y: [1], style: SeriesStyle.distinct[0])])
      let panel = try #require(translation.figure(figure).panels.first)
      #expect(panel.x.label == "任务")
      guard case .line(let line) = panel.marks[0] else { continue }
      #expect(line.label == "任务增量")
    }
  }

  @Test("The first two chapters have a translation")
  func covered() throws {
    for source in ChapterSourceTests.sources.prefix(2) {
      let translation = try Translation(of: source, into: .chinese, root: Self.root)
      #expect(translation?.coversChapter == true)
    }
  }
}
