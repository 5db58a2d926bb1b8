import CLCore
import Lessons

/// Several runs side by side: a row each.
package struct RunComparison {
  /// Those of which at least one seed has finished.
  package let runs: [RunSummary]
  /// What each of ``runs`` is called (see ``RunNames``).
  package let labels: [String]
  /// What those are called of which every seed diverged. They have rows, the last ones, and no numbers.
  package let divergedLabels: [String]
  /// All runs, those that diverged too, in the order in which they were given, and what they are called.
  let everyRun: [RunSummary]
  let everyLabel: [String]

  package init(_ runs: [RunSummary]) {
    everyRun = runs
    everyLabel = RunNames.labels(runs.map { (method: $0.config.method, path: $0.folder.path) })
    let named = zip(everyRun, everyLabel)
    let finished = named.filter { !$0.0.records.isEmpty }
    self.runs = finished.map(\.0)
    labels = finished.map(\.1)
    divergedLabels = named.filter { $0.0.records.isEmpty }.map(\.1)
  }

  /// What is said of seeds that diverged.
  private var divergenceNotes: [String] {
    zip(everyLabel, everyRun).filter { !$0.1.diverged.isEmpty }.map { label, run in
      "\(label): \(run.diverged.map(\.description).joined(separator: "; ")). No number here includes that."
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
    } + divergedLabels.map { [$0, "diverged"] + Self.columns.dropFirst(2).map { _ in "–" } }
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
    let all = Set(runs.map(\.seeds)).sorted { $0.lexicographicallyPrecedes($1) }
    let mean =
      all.count == 1
      ? all[0].meanText
      : "mean ± standard error over seeds \(all.map(\.seedText).joined(separator: " or "))"
    let first = """
      \(mean.prefix(1).uppercased() + mean.dropFirst()). ACC: average accuracy after the last \
      task, in %; BWT, FWT, forgetting in points. Time: of learning, without tests, on the machine it ran on. Kept: \
      numbers, of θ, what the method adds, and the pixels of kept samples.
      """
    return (runs.isEmpty ? [] : [first]) + differences + divergenceNotes
  }

  /// Which parts of the protocols differ, besides method and settings: such rows are not to be compared
  /// without a thought.
  private var differences: [String] {
    let own: Set = ["method", "settings", "seeds"]
    let found = runs.dropFirst().flatMap { run in
      (try? run.config.differences(from: runs[0].config)) ?? []
    }.filter { !own.contains($0) }
    let parts = RunConfig.names.filter(found.contains)
    var notes =
      parts.isEmpty
      ? [] : ["The protocols differ in: \(parts.joined(separator: ", "))."]
    if Set(runs.map(\.seeds)).count > 1 {
      notes.append("The runs have different seeds: differences between them are not of pairs.")
    }
    for (label, run) in zip(labels, runs)
    where run.records.count + run.diverged.count < run.config.seeds.count {
      notes.append(
        "\(label): \(run.records.count) of \(run.config.seeds.count) seeds have finished.")
    }
    return notes
  }

  /// The table for a terminal, and the notes.
  package func lines(width: Int) -> [String] {
    Table(title: "", columns: Self.columns, rows: rows).drawn(width: width)
      + notes.flatMap { StyledText($0).wrapped(to: width).map(\.plain) }
  }
}
