import Foundation
import Lessons

extension Reproduction {
  /// What `reproduce` without a name says of it.
  package var listing: [String] {
    let runs = entries.count * seeds.count
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let time = ProgressLine.duration(Double(runs) * secondsPerRun / Double(cores))
    return [
      name, "  \(summary)", "  \(paper)",
      "  \(entries.count) cells × \(seeds.count) seeds: about \(time) on \(cores) cores", "",
    ]
  }
}

extension Attempt {
  /// The protocol as it stands above the results, and what must be known of them beforehand.
  package func heading(width: Int) -> [String] {
    [reproduction.name] + protocolParts.lines(width: width)
      + (isComparable ? [] : ["", whyNotComparable])
  }
}

extension [ProtocolPart] {
  /// The parts below each other, what they are on the left.
  package func lines(width: Int) -> [String] {
    let room = map(\.part.count).max() ?? 0
    return flatMap { part in
      StyledText(part.text).wrapped(to: width - room - 2).map(\.plain).enumerated().map {
        ($0.offset == 0 ? part.part : "").padded(to: room) + "  " + $0.element
      }
    }
  }
}
