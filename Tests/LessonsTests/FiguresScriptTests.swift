import Foundation
import Lessons
import Testing

@Suite("The script of a figure")
struct FiguresScriptTests {
  @Test("is a pure function of the figure and its format, and its data of the figure alone")
  func isPure() {
    for (_, figure) in Samples.all {
      #expect(Gnuplot.script(for: figure) == Gnuplot.script(for: figure))
      #expect(Gnuplot.script(for: figure) != Gnuplot.script(for: figure, format: .slide))
      #expect(Gnuplot.data(for: figure) == Gnuplot.data(for: figure))
    }
  }

  @Test("draws three kinds of picture from the data beside it, then says that it reached the end")
  func hasItsFrame() {
    let script = Gnuplot.script(for: Samples.curves, named: "forgetting")
    for kind in ["svg", "png", "pdf"] {
      #expect(script.contains("kind = '\(kind)'; load 'forgetting.gp'\n"))
      #expect(script.contains("if (kind eq '\(kind)') { set term \(kind)"))
    }
    #expect(script.contains("set output 'forgetting.'.kind\n"))
    #expect(script.contains("print 'FIGURE-OK ', GPVAL_ERRNO\n"))
    #expect(script.hasSuffix("set output\n"))
  }

  @Test("draws a band on its own plot element, then its curve, dashed as the style says")
  func drawsCurves() {
    let lines = Gnuplot.script(for: Samples.curves).split(separator: "\n").map(String.init)
    let plots = lines.drop { !$0.hasPrefix("plot") }.prefix(3)
    #expect(
      Array(plots) == [
        "plot 'figure.dat' index 0 using 1:3:4 with filledcurves lc rgb '#0072B2' fs transparent "
          + "solid 0.18 noborder notitle, \\",
        "     'figure.dat' index 0 using 1:2 with lines lc rgb '#0072B2' lw 2.2 dt solid notitle, \\",
        "     'figure.dat' index 1 using 1:2 with linespoints lc rgb '#D55E00' lw 2.2 dt (9,4) "
          + "pt 5 ps 0.75*dot notitle",
      ])
  }

  @Test("puts a numbered cell only where the matrix is defined")
  func drawsCells() {
    let data = Gnuplot.data(for: Samples.transfer)
    #expect(
      data == """
        # "Transfer is mostly negative"
        # block 0: "accuracy": column row value text-colour text
        0.0 0.0 -0.4 0.0 −0.40
        1.0 0.0 0.1 0.0 0.10
        0.0 1.0 0.0 0.0 0.00

        """)
  }

  @Test("draws the colours of a matrix without their bar, where another panel shows it")
  func hidesBar() {
    var figure = Samples.matrix
    let shown = Gnuplot.script(for: figure)
    guard case .heatmap(var map) = figure.panels[0].marks[0] else { return #expect(Bool(false)) }
    map.showsScale = false
    figure.panels[0].marks[0] = .heatmap(map)
    let hidden = Gnuplot.script(for: figure)
    #expect(shown.contains("set colorbox vertical") && !hidden.contains("set colorbox vertical"))
    #expect(hidden.contains("unset colorbox") && hidden.contains("set palette defined"))
  }

  @Test("writes every number so that it reads back as the same one")
  func keepsDigits() {
    let values = [0.1, 1.0 / 3, 1e-300, 12345678.9, -0.0]
    let figure = Figure.curves(
      title: "t", alt: "a", x: Axis(), y: Axis(),
      [Line(x: [1, 2, 3, 4, 5], y: values, style: Samples.styles[0])])
    let read = Gnuplot.data(for: figure).split(separator: "\n").dropFirst(2)
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("leaves a gap where a value is not finite, never the word for it")
  func leavesGaps() {
    let figure = Figure.curves(
      title: "t", alt: "a", x: Axis(), y: Axis(),
      [Line(x: [0, 1, 2, 3, 4], y: [.nan, 1, .infinity, .nan, 4], style: Samples.styles[0])])
    let data = Gnuplot.data(for: figure)
    #expect(data.hasSuffix("x y\n1.0 1.0\n\n4.0 4.0\n"))
  }

  @Test("goes on with a curve where only its band is not known, or reaches below a logarithm")
  func keepsCurves() {
    func rows(_ axis: Axis, low: Double) -> String {
      let figure = Figure.curves(
        title: "t", alt: "a", x: Axis(), y: axis,
        [Line(x: [0, 1], y: [1, 2], low: [low, 1], high: [2, 3], style: Samples.styles[0])])
      return Gnuplot.data(for: figure).split(separator: "\n").dropFirst(2).joined(separator: "\n")
    }
    #expect(rows(Axis(), low: .nan) == "0.0 1.0 1.0 1.0\n1.0 2.0 1.0 3.0")
    #expect(rows(Axis(isLogarithmic: true), low: -1) == "0.0 1.0 0.1 2.0\n1.0 2.0 1.0 3.0")
    #expect(
      rows(Axis(range: 0.01...9, isLogarithmic: true), low: 0)
        == "0.0 1.0 0.01 2.0\n1.0 2.0 1.0 3.0")
  }

  @Test("wraps a title of any length instead of clipping it")
  func wrapsTitles() {
    let title = Array(repeating: "forgetting", count: 40).joined(separator: " ")
    let figure = Figure(title: title, alt: "a", panels: Samples.curves.panels)
    let script = Gnuplot.script(for: figure)
    #expect(script.components(separatedBy: "font bold.").count - 1 >= 4)
    for line in script.split(separator: "\n") where line.contains("font bold.") {
      let words = line.components(separatedBy: "'")[1]
      #expect(Lettering.bold.width(words, size: 16.8) < 800)
    }
  }

  @Test("survives JSON, gaps included, so that it can be drawn again from the record")
  func survivesJSON() throws {
    for (_, figure) in Samples.all {
      let coded = try JSONEncoder().encode(figure)
      #expect(try JSONDecoder().decode(Figure.self, from: coded) == figure)
    }
    let gap = Line(x: [0, 1], y: [.nan, 1], style: Samples.styles[0])
    let coded = try JSONEncoder().encode(gap)
    #expect(try JSONDecoder().decode(Line.self, from: coded) == gap)
  }
}
