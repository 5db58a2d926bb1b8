import Foundation
import Lessons
import Testing

@Suite(
  "Pictures in another language",
  .enabled(
    if: Program().executable != nil && Typeface().has(Language.chinese.font),
    "gnuplot or a Chinese font is not installed"))
struct TranslatedPicturesTests {
  /// A folder in which a run has left the moving figure "a", and a translation of its words.
  private struct Run {
    let folder: URL
    let translation: Translation
    let output: FigureOutput

    init(_ folder: URL) throws {
      self.folder = folder
      let words = """
        <!-- words -->
        - Task A is gone
          任务 A 被忘掉了
        - task A
          任务 A
        - steps
          步数
        - accuracy
          准确率
        - A curve that falls.
          一条下降的曲线。
        """
      translation = Translation(
        .chinese,
        files: [try TranslationFile(SourceText(name: "Chapters/zh.md", text: words), root: folder)])
      let drawn = try Gnuplot.render(Samples.growing, named: "a", in: folder)
      output = FigureOutput(
        number: "9.1", name: "a", title: "Task A is gone", caption: "", alt: "A curve that falls.",
        files: drawn.files)
    }

    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.appending(path: name))
    }
  }

  @Test("move as the English ones do, with their words exchanged, and are not drawn again")
  func moving() throws {
    try Samples.withFolder { folder in
      let run = try Run(folder)
      var warnings: [String] = []
      let read = try run.translation.pictured(run.output, in: folder) { warnings.append($0) }
      #expect(warnings.isEmpty && read.title == "任务 A 被忘掉了")
      #expect(Set(read.files) == Set(run.output.files.map { "zh/\($0)" }))
      let gif = try run.bytes("zh/a.gif")
      #expect(try gif != run.bytes("a.gif"))
      #expect(Picture.problem(gif: gif, width: 1200, height: 750, frames: 10) == nil)
      let frames = try Animation(json: run.bytes("zh/a.frames.json")).frames
      #expect(frames.count == 6 && frames.allSatisfy { $0.panels[0].x.label == "步数" })

      let spoilt = Data(repeating: 0x20, count: gif.count)
      try spoilt.write(to: folder.appending(path: "zh/a.gif"))
      let again = try run.translation.pictured(run.output, in: folder) { warnings.append($0) }
      #expect(again == read && warnings.isEmpty)
      #expect(try run.bytes("zh/a.gif") == spoilt)
    }
  }

  @Test("are the English ones where no font has the characters, and the reader is told once")
  func noFont() throws {
    try Samples.withFolder { folder in
      let run = try Run(folder)
      var warnings: [String] = []
      let read = try run.translation.pictured(
        run.output, in: folder, typeface: Typeface { _ in "Another" }
      ) { warnings.append($0) }
      #expect(read.files == run.output.files && read.title == "任务 A 被忘掉了")
      #expect(warnings.count == 1 && warnings[0].contains("apt-get install fonts-noto-cjk"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "zh").path))
    }
  }
}
