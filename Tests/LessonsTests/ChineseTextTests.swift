import Foundation
import Lessons
import Testing

@Suite("Chinese is set by its own rules")
struct ChineseTextTests {
  private static let text =
    "持续学习是指从一串任务中学习：任务依次到来，每个只出现一次（见第 1 章），而评判时要看“所有”任务。EWC 保留 F 与 θ*；其余一概不留！"
  private static let beginsNoLine = "。，、；：？！）」”…"
  private static let endsNoLine = "（「“"

  @Test(
    "A terminal's line is never too wide, begins with no closing mark and ends with no opening one")
  func terminal() {
    for width in 12...100 {
      let lines = StyledText(Self.text).wrapped(to: width).map(\.plain)
      for line in lines {
        #expect(line.displayWidth <= width)
        #expect(line.first.map(Self.beginsNoLine.contains) == false, "\(width): \(line)")
        #expect(line.last.map(Self.endsNoLine.contains) == false, "\(width): \(line)")
      }
      #expect(lines.joined().filter { $0 != " " } == Self.text.filter { $0 != " " })
    }
  }

  @Test("So it is in a figure")
  func figure() {
    for limit in stride(from: 60.0, through: 800, by: 7) {
      for line in Lettering.sans.wrap(Self.text, size: 14, limit: limit) {
        #expect(Lettering.sans.width(line, size: 14) <= limit)
        #expect(line.first.map(Self.beginsNoLine.contains) == false, "\(limit): \(line)")
        #expect(line.last.map(Self.endsNoLine.contains) == false, "\(limit): \(line)")
      }
    }
  }

  @Test("A word in Latin letters is not broken, and a line of Chinese is filled")
  func filled() {
    let lines = StyledText("弹性权重巩固 Kirkpatrick 等").wrapped(to: 20).map(\.plain)
    #expect(lines == ["弹性权重巩固", "Kirkpatrick 等"])
    let full = StyledText(String(repeating: "字", count: 25)).wrapped(to: 20).map(\.displayWidth)
    #expect(full == [20, 20, 10])
  }

  @Test("A figure in Chinese goes through gnuplot with its words and a font that has them")
  func rendered() throws {
    guard Typeface().has(Language.chinese.font) else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = TextPattern("Loss of {}"), template = TextTemplate("任务 {} 的损失")
    let translation = Translation(
      .chinese,
      files: [
        try TranslationFile(
          SourceText(
            name: "zh.md",
            text: "<!-- words -->\n- Loss of {}\n  任务 {} 的损失\n- steps\n  训练步数"),
          root: folder)
      ])
    #expect(words.match("Loss of A").map(template.filled) == "任务 A 的损失")
    let figure = Figure.curves(
      title: "Loss of A", alt: "Loss of A", x: Axis("steps"), y: Axis("Loss of B"),
      [Line("Loss of C", x: [0, 1], y: [0, 1], style: SeriesStyle(.blue, .solid, .circle))])
    let output = FigureOutput(
      number: "1.1", name: "loss", title: figure.title, caption: "", alt: figure.alt,
      files: ["loss.svg"])
    try Gnuplot.render(figure, named: "loss", in: folder)
    let drawn = try translation.pictured(output, in: folder) { Issue.record("\($0)") }
    #expect(drawn.files.first == "zh/loss.svg" && drawn.title == "任务 A 的损失")
    let svg = try String(contentsOf: folder.appending(path: "zh/loss.svg"), encoding: .utf8)
    for text in ["任务 A 的损失", "训练步数", "任务 B 的损失", "任务 C 的损失", "Noto Sans CJK SC"] {
      #expect(svg.contains(text), "\(text)")
    }
    #expect(!svg.contains("Loss of"))
    let script = try String(contentsOf: folder.appending(path: "zh/loss.gp"), encoding: .utf8)
    #expect(script.contains("font 'Noto Sans CJK SC,") && !script.contains("DejaVu"))
  }

  @Test("A font that is not there is named with the package that has it")
  func missingFont() {
    #expect(!Typeface().has("No Such Font At All"))
    #expect(throws: Never.self) { try Typeface().check(.english, for: "x") }
  }
}
