import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Hostile words", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct FiguresHostileTests {
  /// A figure of one panel with a note for each of `words`, under each other.
  static func notes(_ words: [String]) -> Figure {
    let notes = words.enumerated().map { i, text in
      Mark.text(Note(text, x: 0, y: Double(i)))
    }
    let frame = Mark.line(
      Line(x: [0, 1], y: [-1, Double(words.count)], style: SeriesStyle.distinct[0]))
    return Figure(
      title: "t", alt: "a " + words.joined(separator: " "), caption: words.joined(),
      panels: [Panel(x: .hidden, y: .hidden, marks: [frame] + notes)], aspect: 2)
  }

  /// A figure that puts one of `words` after the other wherever words can stand.
  static func slots(_ words: [String]) -> Figure {
    let style = SeriesStyle.distinct[0]
    var next = 0
    func word() -> String {
      defer { next += 1 }
      return words[next % words.count]
    }
    let curves = Panel(
      title: word(), x: Axis(word(), ticks: [0, 1], names: [word(), word()]), y: Axis(word()),
      marks: [
        .line(Line(word(), x: [0, 1], y: [0, 1], style: style)),
        .reference(.horizontal(0.5, word())), .reference(.vertical(0.5, word())),
        .shade(Shade(0...1, word())), .text(Note(word(), x: 0.5, y: 0.5)),
        .points(Points(word(), x: [0.2], y: [0.2], names: [word()], style: style)),
      ])
    let bars = Panel(marks: [
      .bars(
        Bars(
          categories: [word(), word()],
          series: [.init(word(), [1, 2], style: style), .init(word(), [1, 2], style: style)]))
    ])
    let cells = Panel(marks: [
      .heatmap(
        Heatmap(
          cells: [.init(row: 0, column: 0, value: 1)], rows: [word()], columns: [word()],
          label: word()))
    ])
    let images = Panel(
      x: .hidden, y: .hidden,
      marks: [
        .images(
          ImageSheet(
            [[GreyImage(width: 2, pixels: [0, 1, 2, 3], label: word())]], rowTitles: [word()],
            columnTitles: [word()]))
      ])
    return Figure(
      title: "t " + word(), alt: "a " + word(), caption: word(),
      panels: [curves, bars, cells, images], columns: 2)
  }

  /// Draws `figure`, fails where anything else happens than a picture, and returns the words in it, without
  /// blanks.
  private func drawn(_ figure: Figure, in folder: URL) throws -> String {
    let rendered = try Gnuplot.render(figure, named: "hostile", in: folder)
    let left = try Samples.files(in: folder)
    #expect(left == rendered.files.sorted())
    let svg = try Data(contentsOf: rendered.file("svg"))
    let reader = WordsOfSVG()
    let parser = XMLParser(data: svg)
    parser.delegate = reader
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(String(describing: parser.parserError))")
    return reader.words.withoutBlanks
  }

  @Test("are at least two hundred")
  func count() {
    #expect(Set(HostileWords.all(trap: "owned")).count >= 200)
  }

  @Test("appear as themselves, run nothing, and break nothing", arguments: 0..<4)
  func areInert(quarter: Int) throws {
    try Samples.withFolder { place in
      // A file that nothing may make, and not within the folder: gnuplot works in one that is removed.
      let trap = place.appendingPathComponent("owned")
      let words = HostileWords.all(trap: trap.path)
      let mine = words.indices.filter { $0 % 4 == quarter }.map { words[$0] }
      for start in stride(from: 0, to: mine.count, by: 20) {
        let batch = Array(mine[start..<min(start + 20, mine.count)])
        let shown = try drawn(Self.notes(batch), in: place.appendingPathComponent("notes"))
        for word in batch {
          // Byte by byte: a mark at the end of one word may join the beginning of the next.
          let bytes = Data(word.onOneLine.withoutBlanks.utf8)
          #expect(
            bytes.isEmpty || Data(shown.utf8).range(of: bytes) != nil, "\(word.debugDescription)")
        }
        for first in [0, 10] where first < batch.count {
          let turned = Array(batch[first...] + batch[..<first])
          _ = try drawn(Self.slots(turned), in: place.appendingPathComponent("slots"))
        }
        #expect(!FileManager.default.fileExists(atPath: trap.path))
      }
    }
  }

  @Test("alone in every place at once are drawn", arguments: ["'", "`x`", "", "\u{0}", "}"])
  func everywhere(word: String) throws {
    try Samples.withFolder { folder in _ = try drawn(Self.slots([word]), in: folder) }
  }

  @Test("as a file stem are refused")
  func areNoFiles() throws {
    try Samples.withFolder { folder in
      for name in HostileWords.all(trap: "owned") + [
        "../x", "/etc/x", "A", "a b", "a.b", ".a", "-a",
      ]
      where !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber) }) || name.isEmpty {
        #expect(
          Samples.failure { try Gnuplot.render(Samples.curves, named: name, in: folder) } != nil,
          "\(name.debugDescription)")
      }
      let left = try Samples.files(in: folder)
      #expect(left.isEmpty)
    }
  }
}

/// Collects what stands in the `<text>` elements of an SVG, in order.
private final class WordsOfSVG: NSObject, XMLParserDelegate {
  private(set) var words = ""
  private var depth = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "text" { depth += 1 }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text" { depth -= 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if depth > 0 { words += text }
  }
}

extension String {
  /// A long text is broken where it has blanks, and elsewhere; its characters stay in order.
  fileprivate var withoutBlanks: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
