import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Hostile words", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct FiguresHostileTests {
  static let words: [String] = [
    "it's", "''", "'", "'''", "\"", "\"\"", "`touch owned`", "\"`touch owned`\"", "'`touch owned`'",
    "'; system('touch owned'); '", "' ; !touch owned", "\\", "\\\\", "ends in \\", "\\'", "\\\"",
    "$(touch owned)", "${HOME}", "$HOME", "@kind", "@name@", "'@kind'", "split_mnist^2",
    "{/:Bold x}",
    "}", "{", "}}{{", "# not a comment", "a#b", "50 %", "%s%n%d", "%f %g", "a & b", "<b>&amp;</b>",
    "]]>", "<!--", "a\nb", "a\r\nset output '|touch owned'", "\n!touch owned\n", "tab\there",
    "\u{0}nul", "\u{1B}[31mred", "\u{202E}reversed", "θ* λ ∇ Ω ²", "灾难性遗忘", "🙂👩‍👩‍👧", "e\u{301}",
    "|touch owned", "<touch owned", "> owned", "e", "EOD", "$data << EOD", "NaN", "inf", "set term",
    "exit", "-", "--", "''`touch owned`''", "~a{.8-}", "&{space}", "@^2_3", "\\U+03BB", "\\n",
    String(repeating: "w", count: 400), String(repeating: "long words ", count: 36), " ", "",
  ]

  /// A figure that puts `words` wherever words can stand.
  static func figure(_ words: String) -> Figure {
    let style = SeriesStyle.distinct[0]
    let curves = Panel(
      title: words, x: Axis(words, ticks: [0, 1], names: [words, words]), y: Axis(words),
      marks: [
        .line(Line(words, x: [0, 1], y: [0, 1], style: style)),
        .reference(.horizontal(0.5, words)), .reference(.vertical(0.5, words)),
        .shade(Shade(0...1, words)), .text(Note(words, x: 0.5, y: 0.5)),
        .points(Points(words, x: [0.2], y: [0.2], names: [words], style: style)),
      ])
    let bars = Panel(marks: [
      .bars(
        Bars(
          categories: [words, words],
          series: [.init(words, [1, 2], style: style), .init(words, [1, 2], style: style)]))
    ])
    let cells = Panel(marks: [
      .heatmap(
        Heatmap(
          cells: [.init(row: 0, column: 0, value: 1)], rows: [words], columns: [words], label: words
        ))
    ])
    let images = Panel(
      x: .hidden, y: .hidden,
      marks: [
        .images(
          ImageSheet(
            [[GreyImage(width: 2, pixels: [0, 1, 2, 3], label: words)]], rowTitles: [words],
            columnTitles: [words]))
      ])
    return Figure(
      title: "t " + words, alt: "a " + words, caption: words,
      panels: [curves, bars, cells, images],
      columns: 2)
  }

  @Test("appear as themselves, run nothing, and break nothing", arguments: 0..<4)
  func areInert(quarter: Int) throws {
    try Samples.withFolder { folder in
      for i in stride(from: quarter, to: Self.words.count, by: 4) {
        let words = Self.words[i]
        var drawn: RenderedFigure?
        let failure = Samples.failure {
          let rendered = try Gnuplot.render(Self.figure(words), named: "hostile", in: folder)
          drawn = rendered
          return rendered
        }
        #expect(failure == nil, "\(words.debugDescription)")
        guard let file = drawn?.file("svg") else { continue }
        let svg = try Data(contentsOf: file)
        let isWellFormed = XMLParser(data: svg).parse()
        #expect(isWellFormed, "\(words.debugDescription)")
        let files = try Samples.files(in: folder)
        #expect(files.allSatisfy { $0.hasPrefix("hostile.") }, "\(words.debugDescription)")
        let shown = words.onOneLine
        if !shown.isEmpty, shown.count < 20 {
          let escaped = shown.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("]]>", with: "]]&gt;")
          let isShown = String(decoding: svg, as: UTF8.self).contains("<text>\(escaped)</text>")
          #expect(isShown, "\(words.debugDescription)")
        }
      }
    }
  }

  @Test("as a file stem are refused")
  func areNoFiles() throws {
    try Samples.withFolder { folder in
      for name in Self.words + ["../x", "/etc/x", "A", "a b", "a.b", ".a", "-a"]
      where name != "e" && name != "exit" && name != "inf" && name.count != 400 {
        #expect(
          Samples.failure {
            try Gnuplot.render(Samples.curves, named: name, in: folder)
          } != nil)
      }
      let left = try Samples.files(in: folder)
      #expect(left.isEmpty)
    }
  }
}
