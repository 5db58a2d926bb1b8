import CLCore
import Foundation
import Lessons

/// A reproduced table as a section of the ledger: how it was made, by which protocol, each cell with its
/// verdict, and what is known of those that do not agree.
package struct LedgerSection {
  package let experiment: Attempt
  package let results: [EntryResult]
  package let making: Making

  package init(_ experiment: Attempt, _ results: [EntryResult], _ making: Making) {
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
    Markdown.table(
      ["method", "ours", "published", "difference", "verdict", "seconds a run"],
      left: ["method", "verdict"],
      results.map { result in
        let comparison = result.comparison
        let seconds = Statistics(result.runs.map(\.costs.seconds)).mean
        return [
          result.entry.method, result.accuracy.withError, result.entry.published?.text ?? "–",
          comparison?.text ?? "–", comparison?.inWords ?? "nothing published",
          seconds.formatted(decimals: 1),
        ]
      })
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

  private var explanations: [String] {
    LedgerText.explanations(
      results.filter(\.isFar).map { ("\($0.entry.method), \($0.entry.scenario)", $0.entry.cause) })
  }

  /// The protocol; in place of the folder that has the data stands what their bytes come to.
  private var protocolLines: [String] {
    let images = experiment.images
    let data =
      "\(images.name), \(images.train.count) training and \(images.test.count) test images, "
      + images.checksums
    return LedgerText.protocolLines(
      [ProtocolPart(part: "data", text: data)]
        + experiment.protocolParts.filter { $0.part != "data" })
  }

  private var legends: [String] {
    let published = results.compactMap(\.entry.published)
    return [
      "published: mean ± standard error (SD: standard deviation of a run) over \(published.runsText)"
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
