import Foundation
import Lessons
import Testing

@Suite("A file of translations")
struct TranslationFileTests {
  private let root = FileManager.default.temporaryDirectory

  private func read(_ text: String) throws -> TranslationFile {
    try TranslationFile(SourceText(name: "Chapters/03-x/zh.md", text: text), root: root)
  }

  @Test("Passages, words and notes are told apart")
  func reads() throws {
    let file = try read(
      """
      <!-- note 译注 -->
      <!-- cell opening 01234567 -->
      # 第 3 章 · 题

      正文。
      <!-- cell one -->
      > predict: 多少？
      > 再猜。
      <!-- words -->
      - {} before
        之前 {}
      - ACC
      """)
    #expect(file.passages.map(\.cell) == ["opening", "one"])
    #expect(file.passages.map(\.line) == [2, 6])
    #expect(file.passages.map(\.fingerprint) == ["01234567", nil])
    #expect(file.passages[0].block.words == "# 第 3 章 · 题\n\n正文。")
    #expect(file.passages[1].block.words == "多少？再猜。")
    #expect(file.entries.map(\.line) == [10, 12])
  }

  @Test(
    "A mistake is named with its line",
    arguments: [
      ("stray\n<!-- words -->", 1), ("<!-- cell One 01234567 -->\nx", 1),
      ("<!-- note -->\n<!-- cell one 0123 -->\nx", 2), ("<!-- cell one -->\n\n<!-- words -->", 1),
      ("<!-- cell one -->\nx\n> predict: y", 1), ("<!-- words -->\nno mark", 2),
      ("<!-- words -->\n- a\n  b\n  c", 4), ("<!-- words -->\n- {}{} a\n  {}", 2),
      ("<!-- words -->\n- {}\n  {}", 2), ("<!-- words -->\n- {} a\n  {2}", 3),
    ])
  func mistakes(text: String, line: Int) {
    let error = #expect(throws: SourceError.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.file == "Chapters/03-x/zh.md")
  }

  @Test("Lines of Chinese are joined without a blank; lists, formulas and Latin words keep theirs")
  func joined() throws {
    let words = try read(
      """
      <!-- cell one -->
      一句。
      又一句，
      $x$ 之后
      ABC
      中文

      - 第一项
        接着
      - 第二项

      $$ x $$
      """
    ).passages[0].block.words
    #expect(
      words == "一句。又一句，$x$ 之后\nABC\n中文\n\n- 第一项接着\n- 第二项\n\n$$ x $$")
  }
}
