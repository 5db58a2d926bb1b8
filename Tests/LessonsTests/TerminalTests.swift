import Foundation
import Lessons
import Testing

@Suite("Text on a terminal")
struct TerminalTests {
  @Test("A combining mark takes no column, Greek one, Chinese and full-width characters two")
  func widths() {
    #expect("θ̂".displayWidth == 1)
    #expect("αβγ".displayWidth == 3)
    #expect("遗忘".displayWidth == 4)
    #expect("Ａ。".displayWidth == 4)
    #expect("ℒ→│▇".displayWidth == 4)
  }

  @Test("No line is wider than asked and no word is lost", arguments: [1, 2, 7, 20, 78])
  func wrapping(width: Int) {
    let text =
      "Forgetting is the first thing that happens, 灾难性遗忘 is its name: θ̂ moves. "
      + String(repeating: "x", count: 30)
    let lines = StyledText(text).wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(2, width) })
    let words = lines.map(\.plain).joined().filter { !$0.isWhitespace }
    #expect(words == text.filter { !$0.isWhitespace })
  }

  @Test("A Chinese paragraph breaks between characters and no line begins with a full stop")
  func wideWrapping() {
    let lines = StyledText("一二三四。五六").wrapped(to: 8).map(\.plain)
    #expect(lines == ["一二三", "四。五六"])
  }

  @Test("Styles are sent only with colour")
  func colour() {
    let text = StyledText("a ") + StyledText("b", .bold)
    #expect(text.rendered(colour: false) == "a b")
    #expect(text.rendered(colour: true) == "a \u{1B}[1mb\u{1B}[0m")
  }

  @Test("Markdown becomes lines: headings, lists, quotes, code, formulas, tables")
  func markdown() throws {
    let lines = try Markdown.lines(
      """
      ## A **bold** step
      Text with *stress*, `code_x * y`, $\\theta^*$ and a [link](https://a.b).
      It goes on; snake_case_name and 2 * 3 * 4 stay.
      - one
      - two
        more
      > said
      > so
      ```
      let x  = 1
      ```
      $$ a
      = b $$
      | x | $\\alpha$ |
      |---|---|
      | 1 | 2 |
      """, width: 60
    ).map(\.plain)
    #expect(
      lines == [
        "A bold step",
        "",
        "Text with stress, code_x * y, θ* and a link (https://a.b).",
        "It goes on; snake_case_name and 2 * 3 * 4 stay.",
        "",
        "  • one",
        "  • two more",
        "",
        "┃ said so",
        "",
        "    let x  = 1",
        "",
        "    a = b",
        "",
        "┌───┬───┐",
        "│ x │ α │",
        "├───┼───┤",
        "│ 1 │ 2 │",
        "└───┴───┘",
      ])
  }

  @Test("A table lines up wide characters and puts numbers to the right")
  func table() {
    let table = Table(
      title: "ACC", columns: ["method", "ACC"],
      rows: [["微调", "0.2 ± 0.1"], ["joint θ*", "0.85"], ["none", "–"]])
    #expect(
      table.drawn(width: 80) == [
        "┌──────────┬───────────┐",
        "│ method   │       ACC │",
        "├──────────┼───────────┤",
        "│ 微调     │ 0.2 ± 0.1 │",
        "│ joint θ* │      0.85 │",
        "│ none     │         – │",
        "└──────────┴───────────┘",
      ])
  }

  @Test("A table wider than the terminal wraps its widest column")
  func narrowTable() {
    let table = Table(
      title: "", columns: ["a", "b"], rows: [["x", "one two three four five"]])
    let drawn = table.drawn(width: 20)
    #expect(drawn.allSatisfy { $0.displayWidth <= 20 })
    #expect(drawn.joined().contains("one two"))
    #expect(drawn.joined().contains("five"))
  }

  @Test(
    "No number of a table is broken on any width, and a word only when it is long or alone in its line"
  )
  func wholeNumbers() {
    let table = Table(
      title: "", columns: ["run", "scenario", "ACC", "BWT", "numbers kept"],
      rows: [
        [
          "lr-0.001/elastic-weight-consolidation", "domain", "98.80 ± 0.40", "−0.09 ± 2",
          "1,234,567",
        ],
        ["a-gem", "class", "7 %", "p < 0.05", "0"],
      ])
    let whole = ["98.80 ± 0.40", "−0.09 ± 2", "1,234,567", "7 %", "p < 0.05", "domain", "a-gem"]
    for width in 24...100 {
      let drawn = table.drawn(width: width)
      #expect(drawn.allSatisfy { $0.displayWidth <= width })
      for text in whole { #expect(drawn.contains { $0.contains(text) }, "\(width): \(text)") }
    }
    #expect(
      table.drawn(width: 40) == [
        "run:", "    lr-0.001/elastic-weight-consolidatio", "    n",
        "  scenario: domain", "  ACC: 98.80 ± 0.40", "  BWT: −0.09 ± 2",
        "  numbers kept: 1,234,567", "run: a-gem", "  scenario: class", "  ACC: 7 %",
        "  BWT: p < 0.05", "  numbers kept: 0",
      ])
  }

  @Test(
    "Through a pipe, progress is a plain line a tenth, two seconds apart; short work shows nothing")
  func pipedProgress() {
    var line = ProgressLine("seeds", isTerminal: false)
    #expect(line.text(done: 0.5, seconds: 0.9, width: 80) == nil)
    #expect(line.ending(seconds: 0.9) == nil)
    #expect(line.text(done: 0.25, seconds: 3, width: 80) == "  seeds   25 %  9.0 s left\n")
    #expect(line.text(done: 0.35, seconds: 4, width: 80) == nil)
    #expect(line.text(done: 0.35, seconds: 65, width: 80) == "  seeds   35 %  2 min 01 s left\n")
    #expect(line.text(done: 0.39, seconds: 99, width: 80) == nil)
  }

  @Test("On a terminal, progress is drawn over at most ten times a second and fits the line")
  func terminalProgress() throws {
    var line = ProgressLine("seeds", isTerminal: true)
    let drawn = line.text(done: 0.5, seconds: 1, width: 60)
    let text = try #require(drawn)
    #expect(text.hasPrefix("\r\u{1B}[K"))
    #expect(text.dropFirst(4).displayWidth <= 60)
    #expect(line.text(done: 0.6, seconds: 1.05, width: 60) == nil)
    #expect(line.text(done: 0.6, seconds: 1.15, width: 60) != nil)
  }
}
