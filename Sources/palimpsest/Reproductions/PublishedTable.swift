import Lessons

/// A published table that can be run again, whatever it measures: what `reproduce` asks of it.
package protocol PublishedTable: Sendable {
  /// A run that is to be made.
  associatedtype Job: Sendable
  /// What comes of a run, as it is kept.
  associatedtype Outcome: Sendable & Codable

  /// What the command line calls it.
  var name: String { get }
  /// The folder, in that of all reproductions, where its runs are kept; `nil` where they are not worth it.
  var folder: String? { get }
  /// The seeds of its runs.
  var seeds: [UInt64] { get }
  /// Its runs, a seed at a time: methods can be compared from early on.
  var jobs: [Job] { get }

  /// The name of a run, and all that its numbers depend on: two runs alike in it have the same numbers.
  func label(of job: Job) -> RunLabel
  /// Makes a run from its first step to its last; all that is drawn comes from the job's seed.
  func run(_ job: Job, _ progress: Meter) throws -> Outcome
  /// What is told when a run has ended.
  func told(_ job: Job, _ outcome: Outcome) -> ToldRun

  /// The protocol as it stands above the results, at most `width` columns wide.
  func heading(width: Int) -> [String]
  /// The table, `outcomes` being those of all jobs in their order.
  func lines(of outcomes: [Outcome], width: Int) -> [String]
  /// The table as a section of the ledger, without its heading.
  func section(of outcomes: [Outcome], _ making: Making) -> [String]
  /// The table with every run, for a file.
  func record(of outcomes: [Outcome], _ making: Making) -> any Encodable
}
