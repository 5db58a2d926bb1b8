import Foundation
import Lessons
import Testing

@Suite("A chapter's source is split into cells")
struct LiterateTests {
  private func literate(_ text: String) throws -> Literate {
    try Literate(SourceText(name: "main.swift", text: text), root: URL(filePath: "/nowhere"))
  }

  private func problem(_ text: String) -> String {
    do {
      _ = try literate(text)
      return "none"
    } catch { return "\(error)" }
  }

  private let head = "//: # Chapter 3 · Title\nlet lesson = Lesson()\n"

  @Test("Number and title come from the first heading")
  func title() throws {
    let chapter = try literate(head + "lesson.finish()")
    #expect(chapter.chapter == 3)
    #expect(chapter.title == "Title")
    #expect(problem("let x = 1\nlesson.finish()").contains("must begin with its title"))
  }

  @Test(
    "Prose directly above a step belongs to its cell; prose above code belongs to the cell before")
  func proseGoesWithItsStep() throws {
    let chapter = try literate(
      head + """
        //: Before code.
        let a = 1

        //: ## First
        //: Its prose.

        lesson.step("one")
        let b = 2
        //: Between.
        let c = 3
        lesson.finish()
        """)
    #expect(chapter.cells.map(\.id) == ["opening", "one", "end"])
    let one = try #require(chapter.cell("one"))
    #expect(one.heading == "First")
    #expect(one.line == 6)
    #expect(
      one.blocks == [
        .prose(line: 6, text: "## First\nIts prose."),
        .code(lines: [CodeLine(number: 10, text: "let b = 2")]),
        .prose(line: 11, text: "Between."),
        .code(lines: [CodeLine(number: 12, text: "let c = 3")]),
      ])
    #expect(chapter.cell("end")?.blocks == [])
  }

  @Test("#hide on a line of its own hides what is left of the cell")
  func hidesRest() throws {
    let chapter = try literate(
      head + """
        lesson.step("one")
        let a = "// #hide"

        // #hide
        let b = 2
        lesson.step("two")
        let c = 3
        lesson.finish()
        """)
    #expect(
      chapter.cell("one")?.blocks == [
        .code(lines: [CodeLine(number: 4, text: "let a = \"// #hide\"")])
      ])
    #expect(
      chapter.cell("two")?.blocks == [.code(lines: [CodeLine(number: 9, text: "let c = 3")])])
  }

  @Test("A mark inside a multi-line string or a block comment is code")
  func marksInsideLiterals() throws {
    let source =
      head + ##"""
        lesson.step("strings")
        let a = """
          //: not prose
          lesson.step("not a step")
          """
        let b = #"""
          \("""
          //: not prose either
          """)
          //: nor this
          """#
        /* outer /* inner */
        //: still a comment
        */
        let c = "// no comment \( [1].map { "\($0) \"" } )" // a comment with "
        //: prose
        lesson.finish()
        """##
    let chapter = try literate(source)
    #expect(chapter.cells.map(\.id) == ["opening", "strings", "end"])
    guard case .code(let lines)? = chapter.cell("strings")?.blocks.first else {
      Issue.record("the cell begins with code")
      return
    }
    #expect(lines.count == 14)
    #expect(lines.first?.number == 4)
    #expect(chapter.cell("end")?.blocks == [.prose(line: 18, text: "prose")])
  }

  @Test("Line numbers are the compiler's, with any line ends")
  func lineEnds() throws {
    let text = head + "//: p\nlesson.step(\"a\")\nlet x = 1\u{2028}\nlet y = 2\nlesson.finish()\n"
    let plain = try literate(text.replacing("\u{2028}", with: ""))
    let windows = try literate(text.replacing("\u{2028}", with: "").replacing("\n", with: "\r\n"))
    #expect(plain == windows)
    // A line separator within a line is no line end for the compiler.
    guard case .code(let lines)? = try literate(text).cell("a")?.blocks.last else {
      Issue.record("the cell ends with code")
      return
    }
    #expect(lines.map(\.number) == [5, 6])
  }

  @Test("A code line marked #hide runs and is not shown; a comment stays")
  func hidden() throws {
    let chapter = try literate(
      head
        + "lesson.step(\"a\")\nlet x = 1  // #hide\n// said\nlet y = \"// #hide\"\nlesson.finish()")
    let shown: [Block] = [
      .code(lines: [
        CodeLine(number: 5, text: "// said"), CodeLine(number: 6, text: "let y = \"// #hide\""),
      ])
    ]
    #expect(chapter.cell("a")?.blocks == shown)
  }

  @Test("A prediction is a block of its own and may have several lines")
  func predictions() throws {
    let chapter = try literate(
      head
        + "//: Text.\n//: > predict: how much\n//: > is left?\n//: > \nlesson.step(\"a\")\nlesson.finish()"
    )
    #expect(
      chapter.cell("a")?.blocks == [
        .prose(line: 3, text: "Text."), .predict(line: 4, question: "how much\nis left?\n"),
      ])
  }

  @Test(
    "An error in the source names file and line",
    arguments: [
      (
        "lesson.step(\"a\")\nlesson.step(\"a\")\nlesson.finish()",
        "main.swift:4: the id \"a\" is taken"
      ),
      ("if true { \nlesson.step(\"a\")\n}\nlesson.finish()", "main.swift:4: a step stands alone"),
      ("lesson.step(name)\nlesson.finish()", "main.swift:3: a step stands alone"),
      ("lesson.step(\"A b\")\nlesson.finish()", "main.swift:3: a step's id is"),
      ("//: @figure(x)\nlesson.finish()", "main.swift:3: unknown directive `@figure`"),
      ("//: @code(x)\nlesson.finish()", "main.swift:3: a directive reads"),
      (
        "//: @code(CLCore/A.swift, f)\nlesson.finish()",
        "main.swift:3: @code: Sources/CLCore/A.swift cannot"
      ),
      (
        "//: @code(Chapters/02-b/A.swift, f)\nlesson.finish()",
        "main.swift:3: @code: Chapters/02-b/A.swift cannot"
      ),
      ("lesson.finish()\nlet x = 1", "main.swift:4: nothing may follow"),
      ("lesson.finish()\n//: more", "main.swift:4: nothing may follow"),
      ("let x = 1", "main.swift: ends without `lesson.finish()`"),
    ])
  func errors(_ body: String, _ expected: String) {
    #expect(problem(head + body).hasPrefix(expected))
  }

  @Test("Words like @code inside fenced prose are no directives")
  func fences() throws {
    let chapter = try literate(
      head + "//: ```\n//: @main\n//: # no heading\n//: ```\nlesson.finish()")
    let end = try #require(chapter.cell("end"))
    #expect(end.blocks.count == 1)
    #expect(end.heading == nil)
  }
}
