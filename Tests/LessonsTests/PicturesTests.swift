import Foundation
import Lessons
import Testing

/// The one rule for whether pictures are of today.
@Suite("Pictures", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct PicturesTests {
  /// The bytes of every picture in `folder`, each spoilt in a way that its length does not tell.
  private func spoil(_ folder: URL) throws -> [String: Data] {
    var spoilt: [String: Data] = [:]
    for name in try Samples.files(in: folder) where !name.hasSuffix(".json") {
      let file = folder.appending(path: name)
      spoilt[name] = Data(repeating: 0x20, count: try Data(contentsOf: file).count)
      try spoilt[name]?.write(to: file)
    }
    return spoilt
  }

  /// Whether pictures that were made as `first` are drawn anew when `second` is asked for.
  private func areDrawnAnew(
    _ first: Pictures, then second: Pictures, fresh: Bool = false,
    after change: (URL) throws -> Void = { _ in }
  ) throws -> Bool {
    try Samples.withFolder { folder in
      _ = try first.made(in: folder)
      let spoilt = try spoil(folder)
      try change(folder)
      let isFound = second.found(in: folder) != nil
      let made = try second.made(in: folder, fresh: fresh)
      let isDrawn = try made.files.contains { name in
        try spoilt[name] != Data(contentsOf: folder.appending(path: name)) && spoilt[name] != nil
      }
      #expect(isFound == !isDrawn || fresh)
      #expect(Set(made.files).isSubset(of: try Samples.files(in: folder)))
      return isDrawn
    }
  }

  private func curves(_ change: (inout Figure) -> Void = { _ in }, _ format: Format = .page) throws
    -> Pictures
  {
    var figure = Samples.curves
    change(&figure)
    return try Pictures(figure, named: "a", format: format)
  }

  @Test("are left as they are when nothing has changed, and drawn anew on request")
  func nothing() throws {
    #expect(try !areDrawnAnew(curves(), then: curves()))
    #expect(try areDrawnAnew(curves(), then: curves(), fresh: true))
    #expect(
      try !areDrawnAnew(
        Pictures(Samples.growing, named: "a"), then: Pictures(Samples.growing, named: "a")))
  }

  @Test("are drawn anew when a value has changed, even one that only a screen reader says")
  func values() throws {
    #expect(try areDrawnAnew(curves(), then: curves { $0.title += "?" }))
    #expect(try areDrawnAnew(curves(), then: curves { $0.alt += " And more." }))
    #expect(try areDrawnAnew(curves(), then: Pictures(Samples.bars, named: "a")))
  }

  @Test("are drawn anew when they move otherwise, or no longer, or for the first time")
  func motion() throws {
    var slower = Samples.growing
    slower.delay *= 2
    let moving = try Pictures(Samples.growing, named: "a")
    let still = try Pictures(try #require(Samples.growing.frames.last), named: "a")
    #expect(try areDrawnAnew(moving, then: Pictures(slower, named: "a")))
    #expect(try areDrawnAnew(moving, then: still))
    #expect(try areDrawnAnew(still, then: moving))
  }

  @Test("are drawn anew when the drawing's code, size, paper or lettering would draw otherwise")
  func drawing() throws {
    // Code is known by what it leads to: type that is larger by a hair stands for any change of it.
    let other = Format(name: "page", width: 800, height: nil, fontSize: 14.1)
    for format in [other, .slide, Format.page.on(.dark), Format.page.lettered(in: .chinese)] {
      #expect(try areDrawnAnew(curves(), then: curves({ _ in }, format)), "\(format.title)")
    }
  }

  @Test("are drawn anew by another gnuplot, and when one is missing, cut short or unmarked")
  func tools() throws {
    func change(_ name: String, _ body: @escaping (URL) throws -> Void) throws -> Bool {
      try areDrawnAnew(curves(), then: curves()) { try body($0.appending(path: name)) }
    }
    #expect(
      try change(".a.made") { file in
        var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        lines[1] = "gnuplot 4.2"
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
      })
    #expect(try change(".a.made") { try FileManager.default.removeItem(at: $0) })
    #expect(try change(".a.made") { try Data("half".utf8).write(to: $0) })
    for name in ["a.svg", "a.pdf", "a.gp", "a.json"] {
      #expect(try change(name) { try FileManager.default.removeItem(at: $0) })
      #expect(try change(name) { try Data("<svg".utf8).write(to: $0) })
    }
  }

  @Test("ask for no other language's font than their own")
  func fonts() throws {
    func tools(_ language: Language) throws -> String {
      try Samples.withFolder { folder in
        _ = try curves({ _ in }, Format.page.lettered(in: language)).made(in: folder)
        return try #require(Imprint(of: "a", in: folder)).tools
      }
    }
    let english = try tools(.english)
    #expect(english.hasPrefix("gnuplot") && !english.contains(Language.chinese.font))
    let chinese = try tools(.chinese)
    #expect(!chinese.contains(Language.english.font))
    #expect(chinese.contains(Language.chinese.font) == Typeface().has(Language.chinese.font))
  }

  @Test("that could not be put in place as a whole are of no day")
  func halfPlaced() throws {
    try Samples.withFolder { folder in
      _ = try curves().made(in: folder)
      // A folder in the place of one picture stops the renaming half-way.
      let pdf = folder.appending(path: "a.pdf")
      try FileManager.default.removeItem(at: pdf)
      try FileManager.default.createDirectory(
        at: pdf.appending(path: "x"), withIntermediateDirectories: true)
      #expect(throws: FigureError.self) { try curves { $0.title += "?" }.made(in: folder) }
      try FileManager.default.removeItem(at: pdf)
      #expect(try curves().found(in: folder) == nil)
      #expect(try curves { $0.title += "?" }.found(in: folder) == nil)
    }
  }

  @Test("of an album share their data and the rule")
  func album() throws {
    func album(_ formats: [Format]) throws -> Pictures {
      try Pictures(
        album: Samples.curves, Samples.growing, named: "a", formats: formats)
    }
    let two = try album([.slide, .paper])
    #expect(try !areDrawnAnew(two, then: album([.slide, .paper])))
    #expect(try areDrawnAnew(two, then: album([.slide, .paper.on(.dark)])))
  }
}
