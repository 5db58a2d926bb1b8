import CLCore
import Foundation
import Lessons

/// A reproduced table as a section of the ledger: how it was made, by which protocol, each cell with its
/// verdict, and what is known of those that do not agree.
package struct LedgerSection {
  package let experiment: Experiment
  package let results: [EntryResult]
  package let making: Making

  package init(_ experiment: Experiment, _ results: [EntryResult], _ making: Making) {
    self.experiment = experiment
    self.results = results
    self.making = making
  }

  /// The section in Markdown, without its heading.
  package var lines: [String] {
    let tables = experiment.reproduction.scenarios.flatMap { scenario in
      ["", "### \(scenario)-incremental", ""]
        + table(of: results.filter { $0.entry.scenario == scenario })
    }
    return [experiment.reproduction.paper + ".", ""] + making.lines + tables + [""] + tally
      + explanations + [""] + protocolLines
      + legends.map { "- \($0)" }
  }

  private func table(of results: [EntryResult]) -> [String] {
    ["| method | ours | published | difference | verdict | seconds a run |"]
      + ["| --- | ---: | ---: | ---: | --- | ---: |"]
      + results.map { result in
        let comparison = result.comparison
        let seconds = Statistics(result.runs.map(\.costs.seconds)).mean
        let cells = [
          result.entry.method, result.accuracy.withError, result.entry.published?.text ?? "–",
          comparison?.text ?? "–", comparison?.inWords ?? "nothing published",
          seconds.formatted(decimals: 1),
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
      }
  }

  private var compared: [(result: EntryResult, comparison: Comparison)] {
    results.compactMap { result in result.comparison.map { (result, $0) } }
  }

  /// How many cells came out how.
  private var tally: [String] {
    func count(_ verdict: Comparison.Verdict) -> Int {
      compared.count { $0.comparison.verdict == verdict }
    }
    let close = compared.count { $0.comparison.verdict == .unverified && $0.comparison.isClose }
    return [
      "Of \(compared.count) cells with a figure to compare with, \(count(.agrees)) agree and "
        + "\(count(.differs)) differ; \(count(.unverified)) stand beside a figure from memory, "
        + "\(close) of them close."
    ]
  }

  /// What is known of the cells that are not close, and that nothing is known where nothing is.
  private var explanations: [String] {
    let lines = results.compactMap { result -> String? in
      guard result.isFar else { return nil }
      return "- \(result.entry.method), \(result.entry.scenario): "
        + (result.entry.cause ?? "**differs, and why is not known.**")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// The protocol; in place of the folder that has the data stands what their bytes come to.
  private var protocolLines: [String] {
    let images = experiment.images
    let data =
      "\(images.name), \(images.train.count) training and \(images.test.count) test images, CRC-32 "
      + "\(images.train.store.checksum) and \(images.test.store.checksum)"
    return ["Protocol:", "", "- data: \(data)"]
      + experiment.protocolParts.filter { !["paper", "data"].contains($0.part) }
      .map { "- \($0.part): \($0.text)" }
  }

  private var legends: [String] {
    let published = results.compactMap(\.entry.published)
    let runs = Set(published.map(\.runs)).sorted().map(String.init).joined(separator: " or ")
    return [
      "published: mean ± standard error (SD: standard deviation of a run) over \(runs) "
        + (runs == "1" ? "run" : "runs")
    ]
      + Set(published.compactMap(\.source.legend)).sorted()
  }
}

extension Comparison {
  /// The verdict in the words of the ledger.
  fileprivate var inWords: String {
    verdict == .unverified ? "unverified source (\(isClose ? "close" : "far"))" : verdict.rawValue
  }
}
