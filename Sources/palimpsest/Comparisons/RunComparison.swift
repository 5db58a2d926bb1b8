import CLCore
import Foundation
import Lessons

/// Several runs side by side: a row each.
package struct RunComparison {
  package let runs: [RunSummary]
  /// What each is called: its method, or its folder where two have the same.
  package let labels: [String]

  package init(_ runs: [RunSummary]) {
    self.runs = runs
    let methods = runs.map(\.config.method)
    labels = zip(runs, methods).map { run, method in
      methods.count { $0 == method } == 1
        ? method : URL(filePath: run.folder.path).standardizedFileURL.lastPathComponent
    }
  }

  /// What the columns are.
  package static let columns = ["run", "ACC", "BWT", "FWT", "forgetting", "seconds", "kept"]

  /// The cells: mean ± standard error of the mean; an en dash where nothing is defined.
  package var rows: [[String]] {
    zip(labels, runs).map { label, run in
      [
        label, text(run.percent(\.averageAccuracy)), text(run.percent(\.backwardTransfer)),
        text(run.percent(\.forwardTransfer)), text(run.percent(\.forgetting)),
        text(run.time, decimals: 1), text(run.memory, decimals: 0),
      ]
    }
  }

  private func text(_ statistics: Statistics?, decimals: Int = 2) -> String {
    guard let statistics else { return "–" }
    func written(_ number: Double) -> String {
      number.formatted(decimals: decimals).replacing("-", with: "−")
    }
    return written(statistics.mean)
      + (statistics.standardError.flatMap { $0 > 0 || decimals > 0 ? " ± " + written($0) : nil }
        ?? "")
  }

  /// What must be known to read the table.
  package var notes: [String] {
    let seeds = Set(runs.map(\.seeds.seedText)).sorted()
    let first = """
      Mean ± standard error over seeds \(seeds.joined(separator: " or ")). ACC: average accuracy after the last \
      task, in %; BWT, FWT, forgetting in points. Time: of learning, without tests, on the machine it ran on. Kept: \
      numbers, of θ, what the method adds, and the pixels of kept samples.
      """
    return [first] + differences
  }

  /// Which parts of the protocols differ, besides method and settings: such rows are not to be compared
  /// without a thought.
  private var differences: [String] {
    let own: Set = ["method", "settings", "seeds"]
    let found = runs.dropFirst().flatMap { run in
      (try? run.config.differences(from: runs[0].config)) ?? []
    }.filter { !own.contains($0) }
    let parts = RunConfig.CodingKeys.allCases.map(\.rawValue).filter(found.contains)
    var notes =
      parts.isEmpty
      ? [] : ["The protocols differ in: \(parts.joined(separator: ", "))."]
    if Set(runs.map(\.seeds)).count > 1 {
      notes.append("The runs have different seeds: differences between them are not of pairs.")
    }
    for (label, run) in zip(labels, runs) where run.records.count < run.config.seeds.count {
      notes.append(
        "\(label): \(run.records.count) of \(run.config.seeds.count) seeds have come to their end.")
    }
    return notes
  }

  /// The table for a terminal, and the notes.
  package func lines(width: Int) -> [String] {
    Table(title: "", columns: Self.columns, rows: rows).drawn(width: width)
      + notes.flatMap { StyledText($0).wrapped(to: width).map(\.plain) }
  }
}
