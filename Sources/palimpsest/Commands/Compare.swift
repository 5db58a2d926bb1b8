import ArgumentParser
import Foundation
import Lessons

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts runs side by side: accuracy, transfer, forgetting, time, memory.",
    discussion: """
        palimpsest compare runs/*
        palimpsest compare runs/ewc runs/gem --format latex
        palimpsest compare runs/* --figures pictures
      """)

  @Argument(
    help: "Folders that `run` has made; of one with several methods, all.", completion: .directory)
  var folders: [String]

  @Option(help: "text, markdown, csv or latex.")
  var format = TableFormat.text

  @Option(
    help: "Also draw curves, matrices and costs into this folder, as svg, png and pdf.",
    completion: .directory)
  var figures: String?

  func run() throws {
    let comparison = RunComparison(
      try folders.flatMap { try RunFolder($0).runs() }.map { try RunSummary($0) })
    Output.lines(comparison.lines(as: format, width: Output.width))
    guard let figures else { return }
    let folder = URL(filePath: figures)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, figure) in try comparison.figures() {
      let drawn = try Gnuplot.render(figure, named: name, in: folder)
      FileHandle.standardError.write(Data("  \(drawn.file("png").path)\n".utf8))
    }
  }
}
