import Foundation

/// A reproduction of meta-learning as it is written to a file: the protocol and every test task's losses.
package struct MetaRecord: Codable {
  package let name: String
  package let paper: String
  package let date: Date
  package let command: [String]
  /// Wall time, in seconds.
  package let seconds: Double
  package let protocolParts: [ProtocolPart]
  package let results: [MetaResult]

  package init(
    _ reproduction: MetaReproduction, _ results: [MetaResult], date: Date, seconds: Double,
    command: [String]
  ) {
    name = reproduction.name
    paper = reproduction.paper
    self.date = date
    self.command = command
    self.seconds = seconds
    protocolParts = reproduction.protocolParts
    self.results = results
  }
}
