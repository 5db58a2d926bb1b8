import Foundation
import Lessons
import Testing

@Suite("A figure that moves")
struct AnimationTests {
  /// The settings of the frame and its ticks, for each scene.
  private func frames(_ script: String) -> [[Substring]] {
    script.split(separator: "reset\n").dropFirst().map { scene in
      scene.split(separator: "\n").filter {
        $0.contains("margin") || $0.contains("range") || $0.contains("tics")
          || $0.contains("font bold.")
      }
    }
  }

  @Test("keeps its axes, its margins and its title in place")
  func isSteady() {
    for format in Format.forLectures {
      let scenes = frames(Gnuplot.script(for: Samples.growing, format: format))
      #expect(scenes.count == 6 + 4)
      for scene in scenes { #expect(scene == scenes[0]) }
      #expect(scenes[0].contains { $0.contains("xrange [0.0:5.0]") })
    }
  }

  @Test(
    "is a GIF of all its frames beside its still one",
    .enabled(if: Program().executable != nil, "gnuplot is not installed"))
  func isDrawn() throws {
    try Samples.withFolder { folder in
      let drawn = try Gnuplot.render(Samples.growing, named: "a", in: folder)
      #expect(
        drawn.files == [
          "a.svg", "a.png", "a.pdf", "a.gp", "a.dat", "a.gif", "a.frames.gp", "a.frames.dat",
          "a.json", "a.frames.json",
        ])
      #expect(try Samples.files(in: folder) == drawn.files.sorted())
      #expect(try Animation(json: Data(contentsOf: drawn.file("frames.json"))) == Samples.growing)
      let bytes = try Data(contentsOf: drawn.file("gif"))
      func problem(_ bytes: Data, width: Int = 1200, frames: Int = 10) -> String? {
        Picture.problem(gif: bytes, width: width, height: 750, frames: frames)
      }
      #expect(problem(bytes) == nil)
      #expect(problem(bytes, frames: 9) == "10 of 9 frames are drawn")
      #expect(problem(bytes, width: 1201) == "1200 × 750 pixels in place of 1201 × 750")
      #expect(problem(bytes.dropLast()) == "it breaks off before its end")
      #expect(problem(bytes.prefix(bytes.count / 2)) == "it breaks off before its end")
      #expect(problem(Data("GIF87a".utf8) + bytes.dropFirst(6)) == "it does not begin as a GIF")
      #expect(problem(Data()) == "only 0 bytes")
      try Gnuplot.render(Samples.growing, named: "a", in: folder)
      #expect(try Data(contentsOf: drawn.file("gif")) == bytes)
    }
  }

  @Test("of several panels has one frame for all of them")
  func panels() throws {
    guard Program().executable != nil else { return }
    let pairs = Animation(
      Samples.growing.frames.map { frame in
        var frame = frame
        frame.panels += frame.panels
        frame.columns = 2
        return frame
      }, pause: 0)
    try Samples.withFolder { folder in
      let drawn = try Gnuplot.render(pairs, named: "a", in: folder, format: .slide.on(.dark))
      let bytes = try Data(contentsOf: drawn.file("gif"))
      #expect(Picture.problem(gif: bytes, width: 1440, height: 810, frames: 6) == nil)
    }
  }

  @Test("is refused where its frames do not belong together, and leaves nothing behind")
  func isRefused() throws {
    func fault(_ change: (inout Animation) -> Void) throws -> String {
      var animation = Samples.growing
      change(&animation)
      return try Samples.withFolder { folder in
        let error = Samples.failure { try Gnuplot.render(animation, named: "a", in: folder) }
        let left = try Samples.files(in: folder)
        #expect(left.isEmpty)
        guard case .invalid(let what) = error?.problem else { return "" }
        return what
      }
    }
    #expect(try fault { $0.frames = [$0.frames[0]] }.contains("does not move"))
    #expect(try fault { $0.frames[2].title = "Another" }.contains("'Another' differs"))
    #expect(try fault { $0.frames[2].panels.append($0.frames[2].panels[0]) }.contains("differs"))
    #expect(try fault { $0.still = 6 }.contains("still frame 6"))
    #expect(try fault { $0.delay = 0 }.contains("delay"))
    #expect(try fault { $0.delay = .nan }.contains("delay"))
    #expect(try fault { $0.pause = 99 }.contains("pause"))
    #expect(try fault { $0.frames[3].panels[0].marks = [] }.hasPrefix("frame 4: it has no marks"))
  }

  @Test("that grows from left to right never trips over columns of unequal length")
  func unequal() throws {
    let style = Samples.styles[0]
    let lines = [
      Line("x", x: [0, 1, 2, 3], y: [1, 2], style: style),
      Line("y", x: [0, 1], y: [1, 2, 3, 4], style: style),
      Line("band", x: [0, 1, 2], y: [1, 2, 3], low: [0], high: [2, 3], style: style),
    ]
    for line in lines {
      let whole = Figure.curves(
        title: "t", alt: "a", x: Axis("x"), y: Axis("y"), [line])
      let animation = Animation(whole, upTo: [-1, 0.5, 1.5, 2.5, 9])
      try Samples.withFolder { folder in
        let error = Samples.failure { try Gnuplot.render(animation, named: "a", in: folder) }
        guard case .invalid = error?.problem else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
    }
  }
}
