import Foundation
import Lessons
import Testing

@Suite("The layout of a figure")
struct FiguresLayoutTests {
  @Test("keeps labels apart, within bounds, in order, and moves none that is free")
  func spreads() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    for _ in 0..<500 {
      let count = 1 + Int(random() * 9)
      let wanted = (0..<count).map { _ in random() * 100 }
      let sizes = (0..<count).map { _ in 1 + random() * 9 }
      let centres = Spread.apart(wanted: wanted, sizes: sizes, in: 0...100)
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      for (a, b) in zip(order, order.dropFirst()) {
        #expect(centres[b] - centres[a] >= (sizes[a] + sizes[b]) / 2 - 1e-9)
      }
      for i in wanted.indices {
        #expect(centres[i] >= sizes[i] / 2 - 1e-9 && centres[i] <= 100 - sizes[i] / 2 + 1e-9)
      }
    }
    #expect(Spread.apart(wanted: [10, 50, 90], sizes: [8, 8, 8], in: 0...100) == [10, 50, 90])
    #expect(Spread.apart(wanted: [50, 50], sizes: [10, 10], in: 0...100) == [45, 55])
    #expect(Spread.apart(wanted: [99, 99], sizes: [10, 10], in: 0...100) == [85, 95])
  }

  @Test("chooses round ticks and writes them with the decimals they need")
  func chooses() {
    #expect(
      Ticks.texts(Ticks.linear(in: 0...1, count: 5)) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(
      Ticks.texts(Ticks.linear(in: -1...1, count: 4)) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"])
    #expect(Ticks.texts(Ticks.linear(in: 0...20000, count: 3)) == ["0", "10,000", "20,000"])
    #expect(
      Ticks.logarithmicTexts(Ticks.logarithmic(in: 1e-6...10, count: 10))
        == ["10⁻⁶", "10⁻⁵", "0.0001", "0.001", "0.01", "0.1", "1", "10"])
    #expect(Ticks.logarithmic(in: 1...8, count: 5) == [1, 2, 5])
    #expect(Ticks.written(-0.004, decimals: 2) == "0.00")
  }

  @Test("measures DejaVu Sans: within 1 % for ASCII, never too narrow by much beyond it")
  func measures() {
    // Advances of the font itself, in thousandths of an em: T 611, h 634, e 615; 中 is a full em.
    #expect(abs(Lettering.sans.width("The", size: 1000) - 1860) < 1)
    #expect(Lettering.sans.width("中文", size: 10) >= 20)
    #expect(Lettering.cells.width("θ*A", size: 1) == 3)
  }

  @Test("breaks lines at spaces, and words only where they are too wide themselves")
  func wraps() {
    #expect(Lettering.cells.wrap("to be or not", size: 1, limit: 5) == ["to be", "or", "not"])
    #expect(Lettering.cells.wrap("abcdefgh", size: 1, limit: 3) == ["abc", "def", "gh"])
    #expect(Lettering.cells.wrap("a", size: 1, limit: 0) == ["a"])
    #expect(Lettering.cells.wrap(" ", size: 1, limit: 9) == [])
    #expect(
      Lettering.cells.wrap("task-incremental", size: 1, limit: 12) == ["task-", "incremental"])
    #expect(Lettering.cells.wrap("by A-GEM", size: 1, limit: 6) == ["by", "A-GEM"])
  }

  @Test("keeps type large on a slide: rows that have no room above each other go side by side")
  func spread() {
    var figure = Samples.matrix
    figure.panels = Array(repeating: figure.panels[0], count: 4)
    figure.columns = 1
    func font(_ format: Format) -> Bool {
      Gnuplot.script(for: figure, format: format).contains(
        "'\(format.font),\(Int(format.fontSize))'")
    }
    #expect(font(.slide) && font(.page))
  }

  @Test("writes numbers in cells so that they stand out from any colour of the scale")
  func contrasts() {
    for scale in [ColourScale.sequential(0...1), .diverging(limit: 1)] {
      for i in -20...20 {
        let cell = scale.colour(of: Double(i) / 20)
        let (a, b) = (cell.luminance + 0.05, cell.readable.luminance + 0.05)
        #expect(max(a, b) / min(a, b) >= 4.5)
      }
    }
  }

  @Test("gives zero of a diverging scale the colour of paper, and opposite values opposite ends")
  func diverges() {
    let scale = ColourScale.diverging(limit: 0.5)
    #expect(scale.colour(of: 0) == .white)
    #expect(scale.colour(of: -0.5) == scale.stops.first)
    #expect(scale.colour(of: 9) == scale.stops.last)
  }

  /// The labels of a script with these texts, as boxes in pixels of a page, and the frame of its first panel.
  private func boxes(_ names: [String], in script: String) throws -> (
    labels: [String: (x: ClosedRange<Double>, y: ClosedRange<Double>)], frame: [String: Double]
  ) {
    let format = Format.page
    let sheet = try #require(script.firstMatch(of: /size ([0-9.]+),([0-9.]+)/))
    let (width, height) = (try #require(Double(sheet.1)), try #require(Double(sheet.2)))
    var labels: [String: (x: ClosedRange<Double>, y: ClosedRange<Double>)] = [:]
    for match in script.matches(
      of: /set label [0-9]+ ['"](.+?)['"] at screen ([0-9.]+), ([0-9.]+) center/)
    where names.contains(String(match.1)) && labels[String(match.1)] == nil {
      let x = try #require(Double(match.2)) * width
      let y = try #require(Double(match.3)) * height
      // A little less than the room that is kept for it.
      let half = Lettering.sans.width(String(match.1), size: format.fontSize * 0.95) / 2
      labels[String(match.1)] = (
        x - half...x + half, y - 0.5 * format.fontSize...y + 0.5 * format.fontSize
      )
    }
    var frame: [String: Double] = [:]
    for match in script.matches(of: /set ([lrbt])margin at screen ([0-9.]+)/)
    where frame[String(match.1)] == nil {
      let share = try #require(Double(match.2))
      frame[String(match.1)] = share * ("lr".contains(match.1) ? width : height)
    }
    return (labels, frame)
  }

  @Test(
    "Names of points stay in the panel and off each other, however many and however close",
    arguments: [1, 7, 21])
  func names(count: Int) throws {
    let names = (0..<count).map { "method-\($0)" }
    // Along the upper edge and, of every three, two at one place.
    let marks = names.enumerated().map { place, name in
      Mark.points(
        Points(
          x: [Double(place / 3)], y: [0.999 - 0.002 * Double(place % 3 / 2)], names: [name],
          style: .distinct[place % 8]))
    }
    let panel = Panel(x: Axis("x"), y: Axis("y", range: 0.9...1), marks: marks)
    let figure = Figure(title: "Names", alt: "Points.", panels: [panel, panel], columns: 2)
    let (labels, frame) = try boxes(names, in: Gnuplot.script(for: figure))
    #expect(labels.count == count)
    for (name, box) in labels {
      #expect(
        box.x.lowerBound > frame["l"] ?? .infinity && box.x.upperBound < frame["r"] ?? 0, "\(name)")
      #expect(
        box.y.lowerBound > frame["b"] ?? .infinity && box.y.upperBound < frame["t"] ?? 0, "\(name)")
    }
    for (place, name) in names.enumerated() {
      for other in names.dropFirst(place + 1) {
        let (a, b) = (try #require(labels[name]), try #require(labels[other]))
        #expect(!(a.x.overlaps(b.x) && a.y.overlaps(b.y)), "\(name) lies on \(other)")
      }
    }
  }

  @Test(
    "A curve that ends long before the others has its name at its end, and no line goes on from there"
  )
  func earlyEnd() throws {
    let short = Line("short", x: [1], y: [0.15], style: .distinct[0], showsPoints: true)
    let long = Line("long", x: [1, 5, 10], y: [0.2, 0.5, 0.9], style: .distinct[1])
    let figure = Figure.curves(
      title: "Lengths", alt: "Curves.", x: Axis("tasks"), y: Axis("y", range: 0...1), [short, long])
    let script = Gnuplot.script(for: figure)
    let (labels, frame) = try boxes(["short"], in: script)
    let box = try #require(labels["short"])
    let (left, right) = (try #require(frame["l"]), try #require(frame["r"]))
    #expect(box.x.upperBound < left + (right - left) / 4)
    #expect(!script.contains("set arrow"))
  }
}
