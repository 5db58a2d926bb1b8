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
        palimpsest compare runs/* --format tidy > results.csv
      """)

  @Argument(
    help: "Folders that `run` has made; of one with several methods, all.", completion: .directory)
  var folders: [String]

  @Option(help: "text, markdown, csv, latex, or tidy: a CSV file with a row for each accuracy.")
  var format = TableFormat.text

  @Option(
    help:
      "Also draw curves, matrices and costs into this folder, as svg, png and pdf, beside results.csv (--format tidy).",
    completion: .directory)
  var figures: String?

  func run() throws {
    let comparison = RunComparison(try summaries())
    try Output.answer(comparison.lines(as: format, width: Output.tableWidth))
    guard let figures else { return }
    let folder = URL(filePath: figures)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let results = comparison.tidy.joined(separator: "\n") + "\n"
    try WholeFile.write(Data(results.utf8), to: folder.appending(path: "results.csv").path)
    for (name, figure) in try comparison.figures() {
      let drawn = try Gnuplot.render(figure, named: name, in: folder)
      StandardStream.errors.line("  \(drawn.file("png").path)")
    }
  }

  /// What there is to compare. A run that has finished no seed yet, or a file among the folders, keeps the
  /// others from nothing.
  private func summaries() throws -> [RunSummary] {
    let runs = try folders.flatMap { folder in
      try orLeftOut { try RunFolder(folder).runs() } ?? []
    }
    let found = try runs.distinct.compactMap { run in try orLeftOut { try RunSummary(run) } }
    guard !found.isEmpty else {
      throw RunFolderError.notARun(folder: folders.joined(separator: ", "))
    }
    return found
  }

  /// What `read` gives, or nil and a note where there is no run.
  private func orLeftOut<Found>(_ read: () throws -> Found) throws -> Found? {
    do {
      return try read()
    } catch RunFolderError.notARun(let folder) {
      let error = RunFolderError.notARun(folder: folder)
      StandardStream.errors.line("Left out: \(error)")
      return nil
    }
  }
}
