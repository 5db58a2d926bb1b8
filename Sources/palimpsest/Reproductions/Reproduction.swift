import CLCore

/// A published table and the protocol behind it: all that is needed to run it again.
///
/// A value, declared in a file a paper in `Papers/`. The same protocol on other data, with other seeds or
/// fewer steps, is this value with a property changed.
package struct Reproduction: Sendable {
  /// What the command line calls it.
  package let name: String
  /// Authors, title, place and year, and the table.
  package let paper: String
  /// The protocol in a line.
  package let summary: String
  /// The data set on which the published figures were measured.
  package let dataset: DatasetChoice
  /// The protocol, but for the scenario, which the entries name.
  package var experiment: Experiment
  /// The orders in which the paper's seeds dealt the classes out; another seed has one of its own.
  package var orders: [UInt64: [Int]] = [:]
  /// Which seeds chose the hyper-parameters, and which the published figures stand on.
  package let choice: String
  /// The seeds that are run unless others are asked for; the choice was made on none of them.
  package var seeds: [UInt64]
  /// What a run takes on one core of the machine on which this was written, in seconds.
  package let secondsPerRun: Double
  /// Whether the table tells what was forgotten, and how much the methods keep.
  package var tellsBackwardTransfer = false
  /// The cells of the table.
  package var entries: [Entry]
}

/// A cell of a published table: a method with its settings in a scenario, and what it reached.
package struct Entry: Sendable {
  /// What the table calls the method.
  package let method: String
  /// What a learner may know at test time.
  package let scenario: Scenario
  /// The method.
  package let strategy: any Strategy
  /// What moves θ, where it is not what moves it in the other entries.
  package let optimizer: (any Optimizer & Configurable)?
  /// Widths of the hidden layers, where they are not those of the other entries.
  package let hidden: [Int]?
  /// What was published; `nil` where nothing was.
  package let published: Published?
  /// What experiments say of the cause, should ours and the published figure differ.
  package let cause: String?

  package init(
    _ method: String, _ scenario: Scenario, _ strategy: any Strategy,
    optimizer: (any Optimizer & Configurable)? = nil, hidden: [Int]? = nil,
    _ published: Published? = nil,
    cause: String? = nil
  ) {
    self.method = method
    self.scenario = scenario
    self.strategy = strategy
    self.optimizer = optimizer
    self.hidden = hidden
    self.published = published
    self.cause = cause
  }

  /// What the command line calls the method: `online-ewc` for online EWC.
  package var key: String {
    method.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".")) }
      .joined(separator: "-")
  }
}
