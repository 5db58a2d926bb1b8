import Foundation
import Lessons
import Testing

@Suite(
  "The exercises on a chapter's page", .enabled(if: Tool.pandoc.isThere, "pandoc is not installed"))
struct ExerciseNoteTests {
  @Test(
    "Each stands after the section that it names, with its task and its command",
    arguments: ChapterSourceTests.sources)
  func places(source: String) throws {
    let root = ChapterSourceTests.root
    let chapter = try Literate(SourceText(name: source, below: root), root: root)
    let folder = FileManager.default.temporaryDirectory
    let edition = try Edition(chapter, PageSamples.record(of: chapter), in: folder)
    let notes = try ExerciseNote.all(of: edition.chapter, below: root)
    let html = try Page(edition, exercises: notes).html()
    #expect(PageTests.complaint(html) == nil)
    for note in notes {
      let parts = html.components(separatedBy: "id=\"exercise-\(note.name)\"")
      #expect(parts.count == 2, "\(note.place) stands on the page once")
      guard let section = note.section else { continue }
      let heading = parts[0].ranges(of: /<h2[^>]*>/).last.map { parts[0][$0.upperBound...] }
      #expect(heading?.hasPrefix(section + " ") == true, "\(note.place) after \(section)")
      #expect(parts[1].contains("<code>make exercise-\(edition.chapter)</code>"))
    }
  }

  @Test("A statement without a title is an error with its file")
  func untitled() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(
      at: root.appending(path: "Exercises"), withIntermediateDirectories: true)
    try Data("01-one/first 1.1\n".utf8).write(to: root.appending(path: "Exercises/contents.txt"))
    #expect(throws: SourceError.self) { try ExerciseNote.all(of: 1, below: root) }
    #expect(try ExerciseNote.all(of: 2, below: root).isEmpty)
  }
}
