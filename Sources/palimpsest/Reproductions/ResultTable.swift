import CLCore
import Lessons

/// Results as text: a table a scenario, and what its marks mean.
package struct ResultTable {
  private let experiment: Attempt
  private let results: [EntryResult]

  package init(_ experiment: Attempt, _ results: [EntryResult]) {
    self.experiment = experiment
    self.results = results
  }

  /// The lines, at most `width` columns wide.
  package func lines(width: Int) -> [String] {
    experiment.reproduction.scenarios.flatMap { scenario in
      let own = results.filter { $0.entry.scenario == scenario }
      return ["", "\(scenario)-incremental"] + table(of: own).drawn(width: width)
    } + [""] + notes.flatMap { StyledText($0).wrapped(to: width).map(\.plain) }
  }

  private func table(of results: [EntryResult]) -> Table {
    if experiment.reproduction.tellsBackwardTransfer {
      return Table(
        title: "", columns: ["method", "ours", "BWT", "worst BWT", "numbers kept"],
        rows: results.map { $0.withForgetting })
    }
    guard experiment.isComparable, results.contains(where: { $0.entry.published != nil }) else {
      return Table(
        title: "", columns: ["method", "ours"],
        rows: results.map { [$0.entry.method, $0.accuracy.withError] })
    }
    let withTransfer = results.contains { $0.entry.published?.backwardTransfer != nil }
    return Table(
      title: "",
      columns: ["method", "ours", "published", "difference", "verdict"]
        + (withTransfer ? ["BWT", "published"] : []),
      rows: results.map { result in
        let comparison = result.comparison
        return [
          result.entry.method, result.accuracy.withError, result.entry.published?.text ?? "–",
          comparison?.text ?? "–", comparison?.word ?? "–",
        ] + (withTransfer ? transfer(result) : [])
      })
  }

  private func transfer(_ result: EntryResult) -> [String] {
    [
      result.backwardTransfer.mean.signed,
      result.entry.published?.backwardTransfer?.signed ?? "–",
    ]
  }

  private var notes: [String] {
    resultNotes + (experiment.reproduction.tellsBackwardTransfer ? forgettingNotes : [])
  }

  private var forgettingNotes: [String] {
    [
      "BWT: backward transfer in points; the worst is that of one run. Numbers kept: θ and what the method "
        + "keeps beside it, in the mean."
    ] + results.compactMap(\.counts)
  }

  private var resultNotes: [String] {
    let ours = "Ours: average accuracy in %, \(experiment.reproduction.seeds.meanText)."
    guard experiment.isComparable else { return [ours, experiment.whyNotComparable] }
    let published = results.compactMap(\.entry.published)
    guard !published.isEmpty else { return [ours] }
    return [
      ours,
      "Published: mean ± standard error (SD: standard deviation of a run), \(published.runsText).",
      "Difference: ours − published in points, and in brackets in combined standard errors. It agrees "
        + "within 2 of them, or within 1 point.",
    ]
      + (published.contains { $0.spread == nil }
        ? ["A figure published without ± is taken to scatter from run to run as ours do."] : [])
      + (published.contains { $0.backwardTransfer != nil }
        ? ["BWT: what the later tasks did to the earlier ones, in points; below 0 is forgetting."]
        : [])
      + Set(published.compactMap(\.source.legend)).sorted()
      + results.compactMap { result in
        guard result.isFar else { return nil }
        return result.entry.cause.map {
          "\(result.entry.method), \(result.entry.scenario): \($0)"
        }
      }
  }
}

extension EntryResult {
  /// Ours beside the published figure, if there is one.
  package var comparison: Comparison? {
    entry.published.map { Comparison(ours: accuracy, published: $0) }
  }

  /// Whether they differ, however the published figure is known.
  package var isFar: Bool { comparison.map { !$0.isClose } ?? false }
}

extension Comparison {
  /// The verdict in a word or two.
  fileprivate var word: String {
    switch verdict {
    case .agrees: "agrees"
    case .differs: "differs"
    case .unverified: isClose ? "close [M]" : "far [M]"
    }
  }
}
