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

/// What is told of a run that has ended, to people and to programs.
package struct ToldRun: Encodable {
  private let event = "run"
  package let method: String
  /// What a learner may know at test time, where there is a choice.
  package let scenario: String?
  package let seed: UInt64
  /// The average accuracy after the last task, in per cent.
  package let accuracy: Double?
  /// The median over the test tasks of the loss after the last step.
  package let medianLoss: Double?
  package let seconds: Double

  package init(
    method: String, scenario: String? = nil, seed: UInt64, accuracy: Double? = nil,
    medianLoss: Double? = nil, seconds: Double
  ) {
    self.method = method
    self.scenario = scenario
    self.seed = seed
    self.accuracy = accuracy
    self.medianLoss = medianLoss
    self.seconds = seconds
  }

  /// It in a line.
  package var text: String {
    let figures = [
      accuracy.map { "\($0.hundredths) %" }, medianLoss.map { "median \($0.hundredths)" },
    ]
    return ([scenario, method, "seed \(seed)"] + figures + [ProgressLine.duration(seconds)])
      .compactMap(\.self).joined(separator: "  ")
  }
}
