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
}
