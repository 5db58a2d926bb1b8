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

  private func grades(_ names: [String] = names) throws -> Grades {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("class-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in names {
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

  @Test func `Moodle and Canvas find a student by the name that they have given to a folder`()
    throws
  {
    let grades = try grades([
      "Zoe Ott_1234_assignsubmission_file", "ottzoe_LATE_55_678_workbook", "zoe@school.example",
    ])
    let total = grades.total
    let moodle = grades.moodle.split(separator: "\n")
    #expect(
      moodle[0]
        == #""Identifier","Full name","Grade","Maximum Grade","Last modified (grade)","Feedback comments""#
    )
    #expect(moodle[1].hasPrefix(#""Participant 1234","Zoe Ott","0","\#(total)","","2.1 "#))
    #expect(moodle[3].hasPrefix(#""zoe@school.example","zoe@school.example","0","#))
    #expect(
      grades.canvas == """
        "Student","ID","SIS Login ID","Section","Palimpsest"
        "Points Possible","","","","\(total)"
        "Zoe Ott_1234_assignsubmission_file","","Zoe Ott_1234_assignsubmission_file","","0"
        "ottzoe","55","ottzoe_LATE_55_678_workbook","","0"
        "zoe@school.example","","zoe@school.example","","0"

        """)
  }

  @Test func `A name is no mark-up on the page`() throws {
    let page = try grades().page
    #expect(!page.contains("<b onclick") && page.contains("&lt;b onclick='x'&gt;&amp;amp;"))
  }
}
