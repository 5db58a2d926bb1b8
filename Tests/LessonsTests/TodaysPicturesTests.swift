import Foundation
import Lessons
import Testing

@Suite(
  "Figures of a record", .enabled(if: Program().executable != nil, "gnuplot is not installed"))
struct TodaysPicturesTests {
  /// What a run has left of a moving figure, with every picture spoilt in a way that its length does not tell.
  private struct Run {
    let folder: URL
    let output: FigureOutput

    init(_ folder: URL) throws {
      self.folder = folder
      let drawn = try Gnuplot.render(Samples.growing, named: "a", in: folder)
      output = FigureOutput(
        number: "9.1", name: "a", title: "T", caption: "", alt: "A curve.", files: drawn.files)
      for name in ["a.svg", "a.gif"] {
        try Data(repeating: 0x20, count: bytes(name).count).write(to: folder.appending(path: name))
      }
    }

    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.appending(path: name))
    }
    /// Whether the pictures are still those that were spoilt.
    func isUntouched() throws -> Bool { try bytes("a.gif").allSatisfy { $0 == 0x20 } }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  @Test("keep their pictures while these are of today, and are drawn again where one is gone")
  func deleted() throws {
    try Samples.withFolder { folder in
      let run = try Run(folder)
      let shown = try run.output.pictured(in: folder) { Issue.record("\($0)") }
      #expect(try shown == run.output && run.isUntouched())
      try run.remove("a.svg")
      #expect(try run.output.pictured(in: folder) { Issue.record("\($0)") } == run.output)
      #expect(try Picture.problem(svg: run.bytes("a.svg"), plots: 1) == nil)
      #expect(try !run.isUntouched())
    }
  }

  @Test("are drawn again when today's code draws otherwise")
  func drawing() throws {
    try Samples.withFolder { folder in
      let run = try Run(folder)
      try Gnuplot.render(Samples.growing, named: "a", in: folder, format: .slide)
      let other = try run.bytes("a.svg")
      #expect(try run.output.pictured(in: folder) { Issue.record("\($0)") } == run.output)
      #expect(try run.bytes("a.svg") != other)
    }
  }

  @Test("keep their pictures where a value is gone or gnuplot is, which is said")
  func lacking() throws {
    try Samples.withFolder { folder in
      let run = try Run(folder)
      try run.remove(".a.made")
      var warnings: [String] = []
      let shown = try run.output.pictured(in: folder, with: Program(searchPath: "/nowhere")) {
        warnings.append($0)
      }
      #expect(try shown == run.output && run.isUntouched())
      #expect(warnings.count == 1 && warnings[0].contains("apt-get install gnuplot"))
      // Without its frames it would be drawn as if it stood still.
      try run.remove("a.frames.json")
      #expect(try run.output.pictured(in: folder) { Issue.record("\($0)") } == run.output)
      #expect(try run.isUntouched())
    }
  }
}
