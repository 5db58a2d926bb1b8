import CLCore
import Lessons

/// A method in a scenario.
public struct Contest: Sendable {
  /// What is asked at test time.
  public let scenario: Scenario
  /// Who answers.
  public let method: any Strategy

  /// A method in a scenario.
  public init(scenario: Scenario, method: any Strategy) {
    self.scenario = scenario
    self.method = method
  }
}

/// What came of a contest over several seeds.
public struct Outcome {
  /// What was asked, and who answered.
  public let contest: Contest
  /// The runs, one a seed.
  public let runs: [Run]

  /// The outcome of a contest.
  public init(_ contest: Contest, _ runs: [Run]) {
    self.contest = contest
    self.runs = runs
  }

  /// The method's name in tables.
  public var name: String { contest.method.name }
  /// Average accuracy after the last task.
  public var acc: Interval { Interval(runs.map(\.matrix.averageAccuracy)) }
  /// Backward transfer.
  public var bwt: Interval { Interval(runs.map(\.matrix.backwardTransfer)) }
  /// Forward transfer.
  public var fwt: Interval { Interval(runs.map(\.matrix.forwardTransfer)) }
  /// Training steps, over all tasks.
  public var steps: Int { runs.map(\.stepsMade).max() ?? 0 }
  /// Weights kept at the end, those in use included.
  public var weights: Int {
    runs.map { $0.learner.theta.count + $0.strategy.memory($0.learner).weights }.max() ?? 0
  }
  /// Training samples kept at the end.
  public var samples: Int { runs.map { $0.strategy.memory($0.learner).samples }.max() ?? 0 }
}

extension [Outcome] {
  /// The outcomes in one scenario.
  public func of(_ scenario: Scenario) -> [Outcome] { filter { $0.contest.scenario == scenario } }

  /// The outcome of a method, by its name.
  public subscript(name: String) -> Outcome? { first { $0.name == name } }
}

/// The mean of several accuracy matrices, entry by entry.
public func meanMatrix(_ matrices: [AccuracyMatrix]) -> [[Double]] {
  guard let first = matrices.first?.values else { return [] }
  return first.indices.map { i in
    first[i].indices.map { j in
      matrices.map { $0[i, j] }.reduce(0, +) / Double(matrices.count)
    }
  }
}
