import Foundation
import Testing
import Tutoring

/// A class in its table and on its page, whatever its students are called.
@Suite(.enabled(if: Present.hasSandbox, "no sandbox, or no engine for exercises"))
struct GradesTests {
  private static let names = [
    "=1+1", " =2+2", "-rf", "@at", "two\nlines", "it's \"quoted\"", "<b onclick='x'>&amp;", "名前 é",
    "＝3", "\u{1B}[31mred", "\u{202E}turned",
  ]

  private func grades() throws -> Grades {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("class-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in Self.names {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    return try Grades(
      Submission.all(in: folder), exercises: ExerciseBook(root: ProofTests.root).exercises(of: 2),
      engine: Engine(root: ProofTests.root), desk: folder, groups: nil, seeds: [1], workers: 1
    ) { _ in }
  }

  @Test func `No field of the table is a formula, and quotes and lines stay in their field`() throws
  {
    let grades = try grades()
    #expect(Set(grades.rows.map(\.student)) == Set(Self.names))
    let csv = grades.csv
    for name in [
      "\"'=1+1\",", "\"' =2+2\",", "\"'-rf\",", "\"'@at\",", "\"'＝3\",", "\"two\nlines\",",
    ] {
      #expect(csv.contains(name))
    }
    #expect(csv.contains("\"\u{FFFD}[31mred\",") && csv.contains("\"\u{FFFD}turned\","))
    #expect(csv.contains("\"it's \"\"quoted\"\"\","))
  }

  @Test func `A name is no mark-up on the page`() throws {
    let page = try grades().page
    #expect(!page.contains("<b onclick") && page.contains("&lt;b onclick='x'&gt;&amp;amp;"))
  }
}
