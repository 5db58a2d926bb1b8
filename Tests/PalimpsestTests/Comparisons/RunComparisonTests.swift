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

  /// Runs of one method, each of so many tasks, with these seeds.
  private func comparison(
    tasks: [Int], seeds: [UInt64], _ place: TemporaryFolder
  ) throws -> RunComparison {
    let images = try smallGlyphs()
    return RunComparison(
      try tasks.enumerated().map { number, tasks in
        var config = try #require(try smallProtocols().first { $0.method == "fine-tuning" })
        (config.tasks, config.seeds) = (tasks, seeds)
        let folder = RunFolder(place.path + "/run-\(number)")
        _ = try finish(config, in: folder, images)
        return try RunSummary(folder)
      })
  }

  @Test("Titles claim of ties, single runs and single tasks what there is, and no more")
  func titles() throws {
    func titles(_ tasks: [Int], seeds: [UInt64] = [0]) throws -> [String: String] {
      let figures = try comparison(tasks: tasks, seeds: seeds, TemporaryFolder()).figures()
      return Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.figure.title) })
    }
    let tie = try titles([2, 2], seeds: [0, 1])
    #expect(tie["curves"]?.hasPrefix("run-0 and run-1 end equal, at ") == true)
    #expect(tie["first-task"]?.hasPrefix("All runs end equal on the first task, at ") == true)
    let single = try titles([2])
    #expect(single["curves"]?.hasPrefix("fine-tuning ends at ") == true)
    #expect(single["cost"] == single["curves"])
    let task = try titles([1])
    #expect(task["curves"]?.hasSuffix(" on the only task") == true)
    #expect(
      task["matrix-fine-tuning"] == "fine-tuning has one task: there is no earlier one to forget")
    #expect(
      try titles([1, 5])["cost"]
        == "The runs have 1 to 5 tasks: their ends are not of the same tasks")
  }

  @Test("The x axis has the tasks of the longest run; one seed is said to have no error")
  func longest() throws {
    let comparison = try comparison(tasks: [1, 5], seeds: [3], TemporaryFolder())
    let curves = try comparison.figures()[0].figure
    #expect(curves.panels[0].x.ticks == [1, 2, 3, 4, 5])
    #expect(curves.caption == "Seed 3 alone: no error can be given.")
    #expect(comparison.notes[0].hasPrefix("Seed 3 alone: no error can be given; 0-2 are three"))
  }

  @Test("The tidy results have a row for each accuracy of each seed of each run")
  func tidy() throws {
    let comparison = try comparison(TemporaryFolder())
    let rows = comparison.lines(as: .tidy, width: 80).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows[0] == ["run", "method", "seed", "trained", "tested", "accuracy", "status"])
    // Two runs of two seeds, and R [3][2].
    #expect(rows.count == 1 + 2 * 2 * 3 * 2 && rows.allSatisfy { $0.count == 7 })
    let row = try #require(rows.first { Array($0[1...4]) == ["replay", "1", "2", "1"] })
    #expect(Double(row[5]) == comparison.runs[1].records[1].matrix[after: 2, on: 0])
  }
}
