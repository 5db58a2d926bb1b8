import Lessons

/// What is told of a run of a table that has ended, to people and to programs.
package struct ToldRun: Encodable {
  private let event = "run"
  package let table: String
  /// What the command line calls the method.
  package let method: String
  /// What a learner may know at test time, where there is a choice.
  package let scenario: String?
  package let seed: UInt64
  /// The average accuracy after the last task, from 0 to 1.
  package let accuracy: Double?
  /// The median over the test tasks of the loss after the last step.
  package let medianLoss: Double?
  package let seconds: Double
  /// What the table calls the method.
  private let title: String

  private enum CodingKeys: CodingKey {
    case event, table, method, scenario, seed, accuracy, medianLoss, seconds
  }

  package init(
    table: String, method: String, title: String, scenario: String? = nil, seed: UInt64,
    accuracy: Double? = nil, medianLoss: Double? = nil, seconds: Double
  ) {
    self.table = table
    self.method = method
    self.title = title
    self.scenario = scenario
    self.seed = seed
    self.accuracy = accuracy
    self.medianLoss = medianLoss
    self.seconds = seconds
  }

  /// It in a line.
  package var text: String {
    let figures = [
      accuracy.map { "\((100 * $0).hundredths) %" }, medianLoss.map { "median \($0.hundredths)" },
    ]
    return ([scenario, title, "seed \(seed)"] + figures + [ProgressLine.duration(seconds)])
      .compactMap(\.self).joined(separator: "  ")
  }
}
