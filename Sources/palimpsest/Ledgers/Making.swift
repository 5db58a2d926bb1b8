import CLCore
import Foundation
import Lessons

/// How a table was made: what was typed, when, and how long it took.
package struct Making: Sendable {
  package let seeds: [UInt64]
  /// When the last run came to its end.
  package let date: Date
  /// The time in which runs were under way, over all sittings, in seconds.
  package let seconds: Double
  package let threads: Int
  /// What was typed, the program first.
  package let command: [String]

  package init(
    seeds: [UInt64], date: Date, seconds: Double, threads: Int, command: [String]
  ) {
    self.seeds = seeds
    self.date = date
    self.seconds = seconds
    self.threads = threads
    self.command = command
  }

  init<Outcome>(
    _ runs: KeptRuns<Outcome>, seeds: [UInt64], threads: Int, command: [String]
  ) {
    self.init(
      seeds: seeds, date: runs.ended, seconds: runs.seconds, threads: threads, command: command)
  }

  /// It in Markdown: the command, and a sentence.
  var lines: [String] {
    let system = ProcessInfo.processInfo
    let day = date.formatted(.iso8601.year().month().day())
    return [
      "    " + (["palimpsest"] + command.dropFirst().map(quoted)).joined(separator: " "), "",
      "Made on \(day) with seeds \(seeds.seedText) in \(ProgressLine.duration(seconds)), "
        + "\(threads) runs side by side, on \(system.activeProcessorCount) cores "
        + "(\(system.operatingSystemVersionString)).",
    ]
  }

  /// An argument as a shell takes it back.
  private func quoted(_ argument: String) -> String {
    let isPlain = argument.allSatisfy { $0.isLetter || $0.isNumber || "-_.,/=:+".contains($0) }
    return isPlain && !argument.isEmpty
      ? argument : "'" + argument.replacing("'", with: "'\\''") + "'"
  }
}
