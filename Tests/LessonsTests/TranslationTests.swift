import Foundation
import Lessons
import Testing

@Suite("A chapter is read in another language")
struct TranslationTests {
  private static let source = """
    //: # Chapter 3 · Title
    //: Words.
    let lesson = Lesson()
    //: ## 3.1 First
    //: Prose.
    //:
    //: > predict: how much?
    lesson.step("one")
    let a = 1
    //: So it is.
    //:
    //: ## Remember
    //: The end.
    lesson.finish()
    """
  private let root = FileManager.default.temporaryDirectory

  private func chapter(_ source: String = source) throws -> Literate {
    try Literate(SourceText(name: "Chapters/03-x/main.swift", text: source), root: root)
  }

  private func translation(_ text: String) throws -> Translation {
    let file = try TranslationFile(
      SourceText(name: "Chapters/03-x/zh.md", text: text), root: root)
    return Translation(.chinese, files: [file], ofChapter: "Chapters/03-x")
  }

  /// A translation of the whole chapter, made from its own fingerprints.
  private func whole() throws -> String {
    let chinese = [
      "# 第 3 章 · 题\n字句。", "## 3.1 首\n正文。", "> predict: 多少？", "果然。", "## 要点\n完。",
    ]
    let blocks = try chapter().cells.flatMap { cell in
      cell.blocks.compactMap { block in block.fingerprint.map { (cell.id, $0) } }
    }
    #expect(blocks.count == chinese.count)
    return zip(blocks, chinese).map { "<!-- cell \($0.0) \($0.1) -->\n\($1)" }
      .joined(separator: "\n") + "\n<!-- words -->\n- Title\n  题\n- {} before\n  之前 {}\n"
  }

  @Test("Prose and questions are exchanged, code and line numbers stay")
  func cells() throws {
    let translation = try translation(whole())
    let cell = try #require(try chapter().cell("one"))
    let read = translation.cell(cell)
    #expect(read.heading == "3.1 首")
    #expect(
      read.blocks.prefix(2) == [
        .prose(line: 4, text: "## 3.1 首\n正文。"), .predict(line: 7, question: "多少？"),
      ])
    #expect(read.blocks.dropFirst(2) == cell.blocks.dropFirst(2))
    #expect(read.id == cell.id && read.line == cell.line)
  }

  @Test("A whole translation has nothing to complain about")
  func complete() throws {
    #expect(try TranslationCheck(translation(whole())).complaints(about: chapter()).isEmpty)
  }

  @Test("White space in the source makes nothing stale, a word does; a stale passage is not shown")
  func stale() throws {
    let translation = try translation(whole())
    let set = try chapter(Self.source.replacing("//: Prose.", with: "//:  Prose.  "))
    #expect(TranslationCheck(translation).complaints(about: set).isEmpty)
    let changed = try chapter(Self.source.replacing("//: Prose.", with: "//: More prose."))
    let complaints = TranslationCheck(translation).complaints(about: changed)
    #expect(complaints.map(\.line) == [4])
    #expect(complaints.first?.problem.hasPrefix("stale: Chapters/03-x/main.swift:4 ") == true)
    let cell = translation.cell(try #require(changed.cell("one")))
    #expect(cell.blocks.first == .prose(line: 4, text: "## 3.1 First\nMore prose."))
    #expect(cell.blocks.dropFirst().first == .predict(line: 7, question: "多少？"))
  }

  @Test("What is missing or superfluous is named, and the rest keeps its place")
  func gaps() throws {
    let blocks = try whole().components(separatedBy: "<!-- cell ")
    var missing = blocks
    missing.remove(at: 2)
    let lacks = try translation(missing.joined(separator: "<!-- cell "))
    let first = TranslationCheck(lacks).complaints(about: try chapter())
    #expect(first.count == 1 && first[0].problem.contains("missing: Chapters/03-x/main.swift:4"))
    let cell = lacks.cell(try #require(try chapter().cell("one")))
    #expect(cell.blocks[1] == .predict(line: 7, question: "多少？"))

    let extra = try translation(whole() + "<!-- cell one ffffffff -->\n多\n<!-- cell two -->\n余\n")
    let lines = TranslationCheck(extra).complaints(about: try chapter())
    #expect(lines.map(\.line) == [19, 21])
    #expect(lines.allSatisfy { $0.problem.hasPrefix("superfluous") })
  }

  @Test("A passage without a fingerprint is a draft; a question is no translation of prose")
  func drafts() throws {
    let prints = try #require(try chapter().cell("one")?.blocks.compactMap(\.fingerprint))
    let text = try whole().replacing(" \(prints[0]) ", with: " ")
    let complaints = try TranslationCheck(translation(text)).complaints(about: chapter())
    #expect(complaints.first?.problem.contains("<!-- cell one \(prints[0]) -->") == true)
    let mixed = try whole().replacing("> predict: 多少？", with: "多少？")
    let kinds = try TranslationCheck(translation(mixed)).complaints(about: chapter())
    #expect(kinds.count == 1 && kinds[0].problem.contains("another kind"))
  }

  @Test("Outputs and figures are read, columns of a report keep their ends")
  func outputs() throws {
    let translation = try translation(whole() + "- recall\n  召回率\n- support\n  样本数\n")
    #expect(translation.text("   recall   support") == "   召回率    样本数")
    let figure = Figure.curves(
      title: "3 before", alt: "3 before", x: Axis("recall"), y: Axis("0.5"),
      [Line("5 before", x: [0, 1], y: [0, 1], style: SeriesStyle(.blue, .solid, .circle))])
    let read = translation.figure(figure)
    #expect(read.title == "之前 3" && read.panels[0].x.label == "召回率")
    #expect(translation.missing(in: figure).isEmpty)
    guard case .line(let line) = read.panels[0].marks[0] else {
      Issue.record("the line is gone")
      return
    }
    #expect(line.label == "之前 5" && line.y == [0, 1])
  }

  @Test("An entry that says again what stands before it, here or in the book's list, is named")
  func repetitions() throws {
    func file(_ name: String, _ words: String) throws -> TranslationFile {
      try TranslationFile(
        SourceText(name: name, text: "<!-- words -->\n" + words), root: root)
    }
    let own = try file(
      "Chapters/03-x/zh.md", "- task\n  作业\n- a {}\n  甲 {}\n- loss\n  损失\n- a {}\n  乙 {}\n")
    let book = try file("Chapters/zh.md", "- task\n  任务\n- loss\n  损失\n")
    let check = TranslationCheck(
      Translation(.chinese, files: [own, book], ofChapter: "Chapters/03-x"))
    #expect(
      check.repetitions.map(\.description) == [
        "Chapters/03-x/zh.md:6: says again what stands in Chapters/zh.md:4",
        "Chapters/03-x/zh.md:8: says again what stands in Chapters/03-x/zh.md:4",
      ])
  }

  @Test("A run is told in the other language, and its record stays English")
  func told() throws {
    let page = Page()
    let folder = root.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let telling = try Telling(
      chapter(), settings: Settings(), console: Console(columns: 60) { page.text += $0 },
      file: RecordFile(folder: folder, shownAs: "output/chapter-3"),
      translation: translation(whole()))
    #expect(try telling.open())
    #expect(try telling.step("one", line: 8))
    try telling.put(.text("3 before"))
    try telling.expect("7 before", found: "2 before", true)
    #expect(try telling.finish() == 0)
    for words in ["第 3 章 · 题", "3.1 首", "先猜一猜", "之前 3", "实测：之前 2", "第 3 章完成"] {
      #expect(page.text.contains(words), "\(words)")
    }
    #expect(!page.text.contains("Prose.") && !page.text.contains("found:"))
    #expect(telling.record.title == "Title")
    #expect(telling.record.cells[1].cell == (try chapter().cell("one")))
    #expect(telling.record.cells[1].outputs.first == .text("3 before"))
  }

  private final class Page {
    var text = ""
  }

  @Test("The language is chosen by flag or variable, and an unknown one is named")
  func chosen() throws {
    let chosen = try Settings(arguments: [], environment: ["LESSON_LANG": "zh"])
    #expect(chosen.language == .chinese)
    let flag = try Settings(arguments: ["--language=en"], environment: ["LESSON_LANG": "zh"])
    #expect(flag.language == .english)
    #expect(throws: SettingsError.self) {
      try Settings(arguments: [], environment: ["LESSON_LANG": "fr"])
    }
    #expect(Language.chinese.file("index.html") == "index.zh.html")
    #expect(Language.english.file("index.html") == "index.html")
  }
}
