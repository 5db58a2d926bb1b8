import Foundation
import Lessons
import Testing

/// What happens when gnuplot or the disk fails, with a small shell script in gnuplot's place.
@Suite("A figure that cannot be drawn")
struct FiguresFailureTests {
  /// Draws with a `gnuplot` made of the shell commands `body`; returns what went wrong. An earlier
  /// picture and the folder's contents must be as before.
  private func problem(_ body: String, patience: Double = 10) throws -> FigureError.Problem? {
    try Samples.withFolder { folder in
      let program = folder.appendingPathComponent("fake-gnuplot")
      try Data("#!/bin/sh\n\(body)\n".utf8).write(to: program)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      let out = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try Data("earlier".utf8).write(to: out.appendingPathComponent("a.svg"))
      var found: FigureError.Problem?
      do {
        try Gnuplot.render(
          Samples.curves, named: "a", in: out, format: .page,
          with: Program(executable: program, patience: patience))
      } catch {
        let failure = try #require(error as? FigureError)
        #expect(failure.figure == "a" && failure.description.contains("figure 'a'"))
        found = failure.problem
      }
      let left = try Samples.files(in: out)
      #expect(left == ["a.svg"])
      #expect(try Data(contentsOf: out.appendingPathComponent("a.svg")) == Data("earlier".utf8))
      return found
    }
  }

  @Test("for want of gnuplot says how to install it")
  func missing() throws {
    try Samples.withFolder { folder in
      let error = Samples.failure {
        try Gnuplot.render(
          Samples.curves, named: "a", in: folder, format: .page,
          with: Program(searchPath: folder.path))
      }
      #expect(error?.problem == .gnuplotMissing)
      #expect(error?.description.contains("apt-get install gnuplot-nox") == true)
      #expect(error?.description.contains("brew install gnuplot") == true)
      let left = try Samples.files(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test("since gnuplot fails quotes its own words")
  func dies() throws {
    #expect(
      try problem("echo '\"a.gp\" line 4: undefined variable' >&2; exit 1")
        == .died(status: 1, said: "\"a.gp\" line 4: undefined variable"))
    #expect(try problem("kill -9 $$") == .died(status: 9, said: ""))
  }

  @Test("since gnuplot stops early, though it ends well")
  func stopsEarly() throws {
    #expect(
      try problem("echo 'warning: skipping' >&2") == .unfinished(said: "warning: skipping"))
    #expect(try problem("exit 0") == .unfinished(said: ""))
    #expect(try problem("echo 'FIGURE-OK 3'") == .unfinished(said: ""))
  }

  @Test("within the time allowed is stopped")
  func hangs() throws {
    let start = ContinuousClock.now
    #expect(try problem("exec sleep 60", patience: 0.2) == .timedOut(seconds: 0.2, said: ""))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("whole is refused: missing, cut short, of another size")
  func incomplete() throws {
    let missing = try problem("echo 'FIGURE-OK 0'")
    #expect(missing == .incomplete(file: "a.svg", reason: "gnuplot did not write it"))
    #expect(
      try problem("echo 'warning: skipping' >&2; echo 'FIGURE-OK 0'")
        == .incomplete(
          file: "a.svg", reason: "gnuplot did not write it", said: "warning: skipping"))
    guard let gnuplot = Program().executable?.path else { return }
    for ending in ["svg", "png", "pdf"] {
      let cut = "\(gnuplot) \"$@\" && head -c 900 a.\(ending) > b && mv b a.\(ending)"
      #expect(
        try problem(cut) == .incomplete(file: "a.\(ending)", reason: "it breaks off before its end")
      )
      let empty = "\(gnuplot) \"$@\" && : > a.\(ending)"
      #expect(try problem(empty) == .incomplete(file: "a.\(ending)", reason: "only 0 bytes"))
    }
    let other = "sed -i s/1600,/1602,/ a.gp; \(gnuplot) \"$@\""
    #expect(
      try problem(other)
        == .incomplete(file: "a.png", reason: "1602 × 1000 pixels in place of 1600 × 1000"))
  }

  @Test("in this folder says why")
  func folders() throws {
    try Samples.withFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data().write(to: file)
      let error = Samples.failure {
        try Gnuplot.render(Samples.curves, named: "a", in: file.appendingPathComponent("x"))
      }
      guard case .folder(let path, let reason) = error?.problem else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(path == file.appendingPathComponent("x").path)
      #expect(reason == "Not a directory")
      // A picture's place taken by a folder: renaming fails, and nothing is left behind.
      let taken = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(
        at: taken.appendingPathComponent("a.svg/x"), withIntermediateDirectories: true)
      if Program().executable != nil {
        #expect(
          Samples.failure {
            try Gnuplot.render(Samples.curves, named: "a", in: taken)
          } != nil)
        let left = try Samples.files(in: taken)
        #expect(left == ["a.svg"])
      }
    }
  }

  @Test("for what it holds says what is wrong, and starts nothing")
  func invalid() throws {
    func fault(_ change: (inout Figure) -> Void) throws -> String {
      try Samples.withFolder { folder in
        var figure = Samples.curves
        change(&figure)
        let error = Samples.failure {
          try Gnuplot.render(figure, named: "a", in: folder)
        }
        let left = try Samples.files(in: folder)
        #expect(left.isEmpty)
        guard case .invalid(let what) = error?.problem else { return "" }
        return what
      }
    }
    let style = Samples.styles[0]
    func with(_ mark: Mark) -> (inout Figure) -> Void {
      { $0.panels = [Panel(marks: [mark])] }
    }
    #expect(try fault { $0.alt = " \n" }.contains("alt text"))
    #expect(try fault { $0.title = "" }.contains("title"))
    #expect(try fault { $0.panels = [] }.contains("no panels"))
    #expect(try fault { $0.panels[0].marks = [] }.contains("no marks"))
    #expect(try fault(with(.reference(.horizontal(1)))).contains("no finite data"))
    #expect(
      try fault(with(.line(Line("A", x: [1], y: [.nan], style: style)))).contains("no finite data"))
    #expect(
      try fault(with(.line(Line("A", x: [1, 2], y: [1], style: style))))
        == "the line 'A' has 2 x and 1 y values")
    #expect(try fault(with(.line(Line(x: [1], y: [1], low: [1], style: style)))).contains("band"))
    #expect(
      try fault(with(.bars(Bars(categories: ["a"], series: [.init("s", [1, 2], style: style)]))))
        .contains("for 1 categories"))
    #expect(
      try fault(with(.field(Field(x: 0...1, y: 0...1, columns: 3, values: [1, 2, 3, 4]))))
        .contains("rows of 3"))
    #expect(
      try fault(with(.images(ImageSheet([[GreyImage(width: 3, pixels: [1, 2])]]))))
        .contains("2 bytes"))
    #expect(
      try fault(
        with(
          .heatmap(
            Heatmap(cells: [.init(row: 1, column: 0, value: 1)], rows: ["a"], columns: ["b"])))
      ).contains("(1, 0)"))
    #expect(
      try fault { $0.panels[0].y = Axis(range: 0...1, isLogarithmic: true) }.contains("begins at 0")
    )
  }

  @Test("for want of room on the disk says so, and leaves nothing behind")
  func fullDisk() throws {
    // A device that is always full stands in for the disk.
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try Samples.withFolder { folder in
      let workshop = try Workshop(figure: "a", in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: workshop.folder.appendingPathComponent("a.dat").path,
        withDestinationPath: "/dev/full")
      let error = Samples.failure { try workshop.write("1 2", to: "a.dat") }
      #expect(error?.problem == .folder(path: folder.path, reason: "No space left on device"))
      workshop.remove()
      let left = try Samples.files(in: folder)
      #expect(left.isEmpty)
    }
  }
}
