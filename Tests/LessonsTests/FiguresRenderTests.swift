import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// These tests run the real gnuplot, and are left out where it is not installed.
@Suite(
  "gnuplot draws", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct FiguresRenderTests {
  @Test("every mark, whole, in every kind of picture", arguments: Samples.all.map(\.name))
  func everyMark(name: String) throws {
    let figure = try #require(Samples.all.first { $0.name == name }).figure
    try Samples.withFolder { folder in
      let rendered = try Gnuplot.render(figure, named: name, in: folder)
      #expect(try Samples.files(in: folder) == rendered.files.sorted())
      #expect(rendered.notes.isEmpty)
      #expect(try Figure(json: Data(contentsOf: rendered.file("json"))) == figure)
    }
  }

  @Test("a figure read back from its file is drawn as the same picture, gaps and all")
  func readBack() throws {
    var figure = Samples.curves
    guard
      case .line(var line) = figure.panels[0].marks.first(where: {
        if case .line = $0 { true } else { false }
      })
    else {
      Issue.record("the sample has no line")
      return
    }
    line.y[1] = .nan
    figure.panels[0].marks.append(.line(line))
    figure.panels[0].marks.append(.text(Note("nowhere", x: .nan, y: .infinity)))
    let read = try Figure(json: figure.json())
    #expect(Gnuplot.script(for: read) == Gnuplot.script(for: figure))
    #expect(Gnuplot.data(for: read) == Gnuplot.data(for: figure))
  }

  @Test("the same bytes again, and from the saved script alone the same picture")
  func twice() throws {
    for (name, figure) in [("curves", Samples.curves), ("sheet", Samples.sheet)] {
      try Samples.withFolder { folder in
        let first = try Gnuplot.render(figure, named: name, in: folder)
        let svg = try Data(contentsOf: first.file("svg"))
        let png = try Data(contentsOf: first.file("png"))
        for ending in RenderedFigure.pictures {
          try FileManager.default.removeItem(at: first.file(ending))
        }
        let gnuplot = Process()
        gnuplot.executableURL = Program().executable
        gnuplot.arguments = ["-d", "\(name).gp"]
        gnuplot.currentDirectoryURL = folder
        gnuplot.standardOutput = FileHandle.nullDevice
        try gnuplot.run()
        gnuplot.waitUntilExit()
        #expect(gnuplot.terminationStatus == 0)
        #expect(try Data(contentsOf: first.file("png")) == png)
        let drawn = try String(contentsOf: first.file("svg"), encoding: .utf8)
        #expect(Data(Picture.described(svg: drawn, as: figure).utf8) == svg)
        try Gnuplot.render(figure, named: name, in: folder)
        #expect(try Data(contentsOf: first.file("svg")) == svg)
        #expect(try Data(contentsOf: first.file("png")) == png)
      }
    }
  }

  @Test("an SVG that a screen reader can read and a parser accepts")
  func accessible() throws {
    var figure = Samples.curves
    figure.alt = "A < B & \"C\" 中文 ' \u{1}"
    try Samples.withFolder { folder in
      let file = try Gnuplot.render(figure, named: "a", in: folder).file("svg")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("<desc>A &lt; B &amp; \"C\" 中文 '</desc>"))
      #expect(text.contains("<svg role=\"img\""))
      #expect(XMLParser(data: Data(text.utf8)).parse())
    }
  }

  @Test("every format and a glance for the terminal")
  func formats() throws {
    try Samples.withFolder { folder in
      for format in [Format.slide, .paper] {
        for (name, figure) in Samples.all {
          try Gnuplot.render(figure, named: "\(name)-\(format.name)", in: folder, format: format)
        }
      }
    }
    let preview = try Gnuplot.preview(Samples.curves, width: 70, height: 18)
    let lines = preview.split(separator: "\n")
    #expect(lines.count <= 18 && lines.allSatisfy { $0.count <= 70 })
    #expect(preview.contains("Task A is gone") && preview.contains("task B"))
  }

  @Test("what is not finite as a gap, counted")
  func counts() throws {
    let figure = Figure.curves(
      title: "A run that diverged", alt: "A curve that ends.", x: Axis("step"), y: Axis("loss"),
      [
        Line("EWC", x: [0, 1, 2, 3], y: [1, .nan, 3, .infinity], style: Samples.styles[0]),
        Line("dead", x: [0, 1], y: [.nan, .nan], style: Samples.styles[1]),
      ], references: [.horizontal(.nan, "chance")])
    try Samples.withFolder { folder in
      let rendered = try Gnuplot.render(figure, named: "gaps", in: folder)
      #expect(
        Set(rendered.notes) == [
          "2 values of \"EWC\" are not finite and left out",
          "2 values of \"dead\" are not finite and left out",
          "1 value of \"chance\" is not finite and left out",
        ])
    }
    let logarithmic = Figure.curves(
      title: "t", alt: "a", x: Axis("step"), y: Axis("loss", isLogarithmic: true),
      [Line("loss", x: [0, 1, 2], y: [1, 0, 0.1], style: Samples.styles[0])])
    try Samples.withFolder { folder in
      let notes = try Gnuplot.render(logarithmic, named: "zero", in: folder).notes
      #expect(notes == ["1 value of \"loss\" is not finite and left out"])
    }
    let field = Figure.plane(
      title: "t", alt: "a", x: Axis(), y: Axis(),
      [("", Field(x: 0...1, y: 0...1, columns: 3, values: [1, 2, 3, 4, .nan, 6, 7, 8, .infinity]))])
    try Samples.withFolder { folder in
      let notes = try Gnuplot.render(field, named: "hole", in: folder).notes
      #expect(notes == ["2 values are not finite and left out"])
    }
  }
}
