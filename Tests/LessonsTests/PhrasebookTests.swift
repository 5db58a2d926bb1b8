import Lessons
import Testing

@Suite("Output texts are translated by patterns")
struct PhrasebookTests {
  private func book(_ pairs: [(String, String)]) -> Phrasebook {
    Phrasebook(
      pairs.enumerated().map { line, pair in
        Phrasebook.Entry(
          pattern: TextPattern(pair.0), template: TextTemplate(pair.1), file: "zh.md", line: line)
      })
  }

  @Test(
    "What fills the holes, put back into them, gives the text",
    arguments: [
      ("{} before, {} after", "97 % before, 2 % after"), ("Task A: {}.", "Task A: a; b.."),
      ("{} of {} end, {} of {} break off", "5 of 6 end, 2 of 2 break off"),
      ("{}, {}", "a, b, c"), ("({})", "(())"), ("{} and", "and and and"),
    ])
  func holes(pattern: String, text: String) throws {
    let pattern = TextPattern(pattern)
    let found = try #require(pattern.match(text))
    let filled = zip(pattern.pieces, found + [""]).map { $0 + $1 }.joined()
    #expect(filled == text)
    #expect(found.allSatisfy { !$0.isEmpty })
  }

  @Test("A hole is never empty, and a text of another pattern does not match")
  func noMatch() {
    #expect(TextPattern("{} of {}").match(" of 3") == nil)
    #expect(TextPattern("{} of {}").match("3 of ") == nil)
    #expect(TextPattern("{} before").match("3 after") == nil)
    #expect(TextPattern("{} a {} a").match("x a") == nil)
    #expect(TextPattern("as it is").match("as it is.") == nil)
  }

  @Test("A brace after a backslash is a brace")
  func escaped() {
    #expect(TextPattern(#"\{} {}"#).match("{} 3") == ["3"])
    #expect(TextTemplate(#"\{1} {1}"#).filled(with: ["3"]) == "{1} 3")
    #expect(TextPattern(#"a\\{}"#).match(#"a\x"#) == ["x"])
  }

  @Test("Holes may change places, and one without a number is the next")
  func order() {
    #expect(TextTemplate("{2} 中 {1}").filled(with: ["a", "b"]) == "b 中 a")
    #expect(TextTemplate("{} 与 {}").filled(with: ["a", "b"]) == "a 与 b")
    #expect(TextTemplate("{2}{}").filled(with: ["a", "b", "c"]) == "bc")
  }

  @Test("What fills a hole is translated in turn, lists to any length")
  func nested() {
    let book = book([
      ("Task A: {}.", "任务 A：{}。"), ("{}, {}", "{}、{}"), ("Coat", "外套"), ("Bag", "包"),
    ])
    #expect(book.rendering("Task A: Coat, Bag, Coat.").text == "任务 A：外套、包、外套。")
  }

  @Test("Of several patterns the one that says most counts, then one that leaves nothing over")
  func ambiguity() {
    let book = book([
      ("{}: {}", "{}：{}"), ("rank {}: F = {}", "第 {} 位：F = {}"), ("found {}", "找到 {}"),
      ("found {} tasks", "找到 {} 个任务"),
    ])
    #expect(book.rendering("rank 3: F = 0.1").text == "第 3 位：F = 0.1")
    #expect(book.rendering("found 3 tasks").text == "找到 3 个任务")
  }

  @Test("Numbers and symbols stay, words that nobody knows stay too and are listed")
  func fallback() {
    let book = book([("{} before, {} after", "之前 {}，之后 {}"), ("ACC", "ACC")])
    #expect(book.rendering("0.853 ± 0.012").missing.isEmpty)
    #expect(book.rendering("ACC = 0.8").missing.isEmpty)
    let partly = book.rendering("many before, 2 % after")
    #expect(partly.text == "之前 many，之后 2 %")
    #expect(partly.missing == ["many"])
    let unknown = book.rendering("nothing known")
    #expect(unknown.text == "nothing known" && unknown.missing == ["nothing known"])
  }

  @Test("A caption is translated sentence by sentence, with its full stops")
  func sentences() {
    let book = book([("One seed", "一个种子"), ("Left: {}", "左：{}"), ("Seed {}", "种子 {}")])
    #expect(book.rendering("One seed.").text == "一个种子。")
    #expect(book.rendering("One seed. Seed 1. Left: One seed.").text == "一个种子。种子 1。左：一个种子。")
    let partly = book.rendering("One seed. Another. Seed 2.")
    #expect(partly.missing == ["Another. Seed 2."] || partly.missing == ["Another"])
  }
}
