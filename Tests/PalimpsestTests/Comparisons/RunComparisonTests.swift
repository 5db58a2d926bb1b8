import CLCore
import Foundation
import Lessons
import Testing
import palimpsest

@Suite("Runs side by side")
struct RunComparisonTests {
  private func comparison(_ place: TemporaryFolder) throws -> RunComparison {
    let images = try smallGlyphs()
    let summaries = try ["fine-tuning", "replay"].map { method in
      var config = try #require(try smallProtocols().first { $0.method == method })
      config.seeds = [0, 1]
      if method == "replay" { config.batch = 9 }
      let folder = RunFolder(place.path + "/" + method)
      _ = try finish(config, in: folder, images)
      return try RunSummary(folder)
    }
    return RunComparison(summaries)
  }

  @Test("A row a run: mean and standard error over its seeds, and what the protocols differ in")
  func table() throws {
    let comparison = try comparison(TemporaryFolder())
    #expect(comparison.labels == ["fine-tuning", "replay"])
    let run = comparison.runs[0]
    let accuracies = run.records.compactMap(\.matrix.averageAccuracy).map { 100 * $0 }
    let found = Statistics(accuracies)
    #expect(run.percent(\.averageAccuracy) == found)
    let error = try #require(found.standardError)
    #expect(
      comparison.rows[0][1] == found.mean.formatted(decimals: 2) + " ± "
        + error.formatted(decimals: 2))
    // Class-incremental: forward transfer is not defined.
    #expect(comparison.rows[0][3] == "–")
    #expect(comparison.rows[0][6] == "\(run.records[0].numbersKept)")
    // 784 numbers a kept sample.
    #expect(
      comparison.runs[1].memory.mean
        == Double(
          comparison.runs[1].records[0].numbersKept + 784
            * comparison.runs[1].records[0].samplesKept))
    #expect(comparison.notes.contains("The protocols differ in: batch."))
    #expect(comparison.lines(as: .text, width: 80).allSatisfy { $0.count <= 100 })
  }

  @Test(
    "Markdown, CSV and LaTeX have the same rows; CSV has full digits, LaTeX no bare sign of its own"
  )
  func formats() throws {
    let comparison = try comparison(TemporaryFolder())
    let markdown = comparison.lines(as: .markdown, width: 80)
    #expect(markdown[0].hasPrefix("| run | ACC |") && markdown[2].hasPrefix("| fine-tuning |"))
    let csv = comparison.lines(as: .csv, width: 80).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(csv.count == 3 && Set(csv.map(\.count)).count == 1)
    #expect(Double(csv[1][2]) == comparison.runs[0].percent(\.averageAccuracy)?.mean)
    #expect(csv[1][6].isEmpty, "forward transfer is not defined here")
    let latex = comparison.lines(as: .latex, width: 80).filter { !$0.hasPrefix("%") }
    #expect(latex.first == "\\begin{tabular}{lrrrrrr}" && latex.last == "\\end{tabular}")
    #expect(!latex.joined().contains("±") && !latex.joined().contains("−"))
  }

  @Test("Figures show the numbers of the table, with a word for who cannot see them")
  func figures() throws {
    let comparison = try comparison(TemporaryFolder())
    let figures = try comparison.figures()
    #expect(
      figures.map(\.name) == [
        "curves", "cost", "first-task", "matrix-fine-tuning", "matrix-replay",
      ])
    #expect(figures.allSatisfy { !$0.figure.alt.isEmpty && !$0.figure.title.isEmpty })
    guard case .line(let line)? = figures[0].figure.panels[0].marks.first else {
      Issue.record("the first mark is no line")
      return
    }
    let end = try #require(comparison.runs[0].percent(\.averageAccuracy)?.mean)
    #expect(abs(try #require(line.y.last) * 100 - end) < 1e-9)
    for (_, figure) in figures { #expect(!Gnuplot.script(for: figure).isEmpty) }
  }
}
