import Foundation
import Lessons
import Testing

@Suite("The appendix")
struct AppendixTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Its names, sections and terms are those of the sources and the chapters")
  func isTrue() throws {
    for complaint in try AppendixCheck(Shelf(near: Self.root)).complaints() {
      Issue.record("\(complaint)")
    }
  }

  /// A package of one chapter with this appendix.
  private func complaints(notation: String, glossary: String, map: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "Package.swift": "",
      "Sources/Core/Core.swift": "struct Learner {\n  let theta = 1\n}\nlet omega = 2",
      "Chapters/01-x/main.swift": """
      //: # Chapter 1 · Title
      //: An opening on weights.
      let lesson = Lesson()
      //: ## 1.1 First
      //: Of a catastrophic
      //: forgetting.
      lesson.step("one")
      lesson.finish()
      """,
      "Chapters/appendix/notation.md":
        "| In the code | Section |\n|---|---|\n\(notation)",
      "Chapters/appendix/glossary.md":
        "| English | 中文 | Section |\n|---|---|---|\n\(glossary)",
      "Chapters/appendix/map.md": "| Where |\n|---|\n\(map)",
    ]
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try AppendixCheck(Shelf(near: folder)).complaints().map(\.description)
  }

  @Test("A name, a section or a term that is not there is named with its line")
  func complains() throws {
    let right = try complaints(
      notation: "| `Learner.theta`, `Learner` | 1.1 |",
      glossary: "| catastrophic forgetting | 灾难性遗忘 | 1.1 |",
      map: "| 1.0 Title; 1.1 First |")
    #expect(right.isEmpty)
    let wrong = try complaints(
      notation: "| `theta` | 1.0 |\n| `Learner.omega` | 1.2 |",
      glossary: "| weights | 权重 | 1.1 |\n| weights | 权重 | 1.0 |",
      map: "| 1.1 First; 1.1 Second |\n| 2.1 Other |")
    #expect(
      wrong == [
        "Chapters/appendix/notation.md:3: no source declares `theta`",
        "Chapters/appendix/notation.md:4: no source declares `Learner.omega`",
        "Chapters/appendix/notation.md:4: there is no section 1.2",
        "Chapters/appendix/glossary.md:3: section 1.1 does not speak of \"weights\" (en)",
        "Chapters/appendix/map.md:3: section 1.1 is \"1.1 First\"",
        "Chapters/appendix/map.md:4: there is no section 2.1",
      ])
  }

  @Test("A row of another length, and a page without a table, are errors")
  func malformed() {
    #expect(throws: SourceError.self) {
      try complaints(notation: "| a |", glossary: "| a | b | 1.1 |", map: "| 1.1 First |")
    }
    #expect(throws: SourceError.self) {
      try complaints(notation: "", glossary: "| a | b | 1.1 |", map: "| 1.1 First |")
    }
  }
}
