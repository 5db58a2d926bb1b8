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
    _ reproduction: MetaReproduction, _ results: [MetaResult], _ making: Making
  ) {
    name = reproduction.name
    paper = reproduction.paper
    date = making.date
    command = making.command
    seconds = making.seconds
    protocolParts = reproduction.protocolParts
    self.results = results
  }
}
