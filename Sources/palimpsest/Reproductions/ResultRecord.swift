import CLCore
import Foundation

/// A reproduction as it is written to a file: protocol, every run, and what follows from them.
package struct ResultRecord: Codable {
  package let name: String
  package let paper: String
  package let date: Date
  package let command: [String]
  package let machine: String
  package let threads: Int
  /// Wall time, in seconds.
  package let seconds: Double
  package let protocolParts: [ProtocolPart]
  /// Why nothing is compared; `nil` when it is.
  package let notComparable: String?
  package let seeds: [UInt64]
  package let results: [Cell]

  /// A cell of the table.
  package struct Cell: Codable {
    package let method: String
    package let scenario: Scenario
    package let settings: String
    package let runs: [SeedResult]
    /// Of the average accuracy after the last task, in per cent.
    package let accuracy: Statistics
    package let published: Published?
    package let comparison: Comparison?
  }

  package init(
    _ experiment: Attempt, _ results: [EntryResult], _ making: Making
  ) {
    name = experiment.reproduction.name
    paper = experiment.reproduction.paper
    date = making.date
    command = making.command
    let system = ProcessInfo.processInfo
    machine = "\(system.operatingSystemVersionString), \(system.activeProcessorCount) cores"
    threads = making.threads
    seconds = making.seconds
    protocolParts = experiment.protocolParts
    notComparable = experiment.isComparable ? nil : experiment.whyNotComparable
    seeds = experiment.reproduction.seeds
    self.results = results.map { result in
      // What was published is about other runs than these.
      let published = experiment.isComparable ? result.entry.published : nil
      return Cell(
        method: result.entry.method, scenario: result.entry.scenario,
        settings: result.entry.settings, runs: result.runs, accuracy: result.accuracy,
        published: published,
        comparison: published.map { Comparison(ours: result.accuracy, published: $0) })
    }
  }

}

extension Encodable {
  /// The text of a file of results.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .words
    return try encoder.encode(self)
  }
}
