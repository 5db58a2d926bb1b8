import Foundation
import Lessons
import Testing

@Suite("Asides in prose", .temporaryFolder)
struct AsideTests {
  private func cell(_ prose: String) throws -> Cell {
    let text = "//: # Chapter 3 · Title\n\(prose)\nlesson.step(\"a\")\nlesson.finish()"
    let source = SourceText(name: "main.swift", text: text)
    let chapter = try Literate(source, root: URL(filePath: "/nowhere"))
    return try #require(chapter.cell("a"))
  }

  private func problem(_ prose: String) -> String {
    let error = #expect(throws: SourceError.self) { try cell(prose) }
    return error?.description ?? ""
  }

  private static let quiz = """
    //: > quiz: Who is told
    //: > the task?
    //: > - [x] The first => It chooses
    //: >   among few.
    //: > - [ ] The second => It must
    //: >
    //: >   name all.
    """

  @Test("Each kind becomes a block with its line, and goes on while the lines are quoted")
  func kinds() throws {
    let blocks = try cell(
      """
      //: ## Heading
      //: > predict: what?
      //: > hint: this
      //: > and that
      //: > slide: a sentence
      //: > an ordinary quote
      //: ends it
      """
    ).blocks
    #expect(
      blocks == [
        .prose(line: 2, text: "## Heading"), .predict(line: 3, question: "what?"),
        .hint(line: 4, text: "this\nand that"),
        .slide(line: 6, text: "a sentence\nan ordinary quote"), .prose(line: 8, text: "ends it"),
      ])
    #expect(try cell("//: ## H\n//: > an ordinary quote").blocks.count == 1)
    // A word before a colon is a word like any other where an aside goes on.
    #expect(
      try cell("//: ## H\n//: > predict: is it\n//: > bright: yes").blocks.last
        == .predict(line: 3, question: "is it\nbright: yes"))
  }

  @Test("A quiz has a question and choices with reasons, over as many lines as they need")
  func quiz() throws {
    let blocks = try cell("//: ## Heading\n" + Self.quiz).blocks
    #expect(
      blocks.last
        == .quiz(
          Quiz(
            line: 3, question: "Who is told the task?",
            choices: [
              Quiz.Choice("The first", isRight: true, because: "It chooses among few."),
              Quiz.Choice("The second", isRight: false, because: "It must name all."),
            ])))
  }

  @Test("What is wrong is named with file and line")
  func malformed() {
    #expect(problem("//: > predit: x").hasPrefix("main.swift:2: unknown aside `> predit:`"))
    #expect(problem("//: > hint:").hasPrefix("main.swift:2: `> hint:` says nothing"))
    #expect(problem("//: > quiz: why").contains("main.swift:2: quiz: at least two choices"))
    #expect(problem("//: > quiz:\n//: > - [x] a => b").contains("question is missing"))
    #expect(problem("//: > quiz: q\n//: > - [x] a => b\n//: > - [y] c => d").contains(".swift:4:"))
    #expect(problem("//: > quiz: q\n//: > - [x] a => b\n//: > - [ ] c").contains("a choice reads"))
    #expect(
      problem("//: > quiz: q\n//: > - [x] a => b\n//: > - [x] c => d").contains("one choice is"))
  }

  @Test("A line marked #key is shown without its mark")
  func key() throws {
    let text = "//: # Chapter 3 · T\nlesson.step(\"a\")\nlet x = f(  // #key\nlesson.finish()"
    let chapter = try Literate(
      SourceText(name: "main.swift", text: text), root: URL(filePath: "/nowhere"))
    #expect(
      chapter.cell("a")?.blocks
        == [.code(lines: [CodeLine(number: 3, text: "let x = f(", isKey: true)])])
  }

  @Test("Where nobody answers, a terminal shows hints and the reason of every choice")
  func terminal() throws {
    var page = ""
    let folder = TemporaryFolder.place()
    let text = """
      //: # Chapter 3 · Title
      lesson.step("a")
      \(Self.quiz)
      //: > hint: think
      //: > slide: not said
      lesson.finish()
      """
    let telling = try Telling(
      Literate(SourceText(name: "main.swift", text: text), root: folder), settings: Settings(),
      console: Console(columns: 60) { page += $0 }, file: RecordFile(folder: folder, shownAs: "o"))
    #expect(try telling.open())
    #expect(try telling.step("a", line: 2))
    #expect(try telling.finish() == 0)
    #expect(
      page.contains(
        """
        ┃ Question
        ┃ Who is told the task?
        ┃ a) The first
        ┃    ✓ It chooses among few.
        ┃ b) The second
        ┃    ✗ It must name all.

        ┃ Hint
        ┃ think
        """))
    #expect(!page.contains("not said"))
  }
}
