import CLCore
import Lessons

extension Scenario {
  /// The scenario's name in tables and figures, "task-incremental" and so on: a task is something else.
  public var name: String { "\(rawValue)-incremental" }
}

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
  /// What is left of the runs, one a seed.
  public let runs: [Learnt]

  /// The outcome of a contest.
  public init(_ contest: Contest, _ runs: [Learnt]) {
    self.contest = contest
    self.runs = runs
  }

  /// The outcome of one method in one scenario.
  public init(_ scenario: Scenario, _ method: any Strategy, _ runs: [Learnt]) {
    self.init(Contest(scenario: scenario, method: method), runs)
  }

  /// The scenario's name in tables.
  public var scenario: String { contest.scenario.name }
  /// The method's name in tables.
  public var name: String { contest.method.name }
  /// Average accuracy after the last task, one a seed.
  public var accuracies: [Double] { runs.compactMap(\.matrix.averageAccuracy) }
  /// Average accuracy after the last task.
  public var acc: Statistics { Statistics(accuracies) }
  /// Backward transfer.
  public var bwt: Statistics { Statistics(runs.compactMap(\.matrix.backwardTransfer)) }
  /// Forward transfer; `nil` where it means nothing.
  public var fwt: Statistics? {
    let values = runs.compactMap(\.matrix.forwardTransfer)
    return values.isEmpty ? nil : Statistics(values)
  }
  /// Training steps, over all tasks.
  public var steps: Int { runs.map(\.stepsMade).max() ?? 0 }
  /// Passes over θ in a step, in the mean over all steps; a dash where they were not counted.
  public var passesPerStep: String {
    runs.last?.passesPerStep.map { $0.tenths } ?? "–"
  }
  /// What the method kept and took; the same for every seed but for the time.
  public var costs: Costs { runs.last?.costs ?? Costs() }
}

extension [Outcome] {
  /// The outcomes in one scenario.
  public func of(_ scenario: Scenario) -> [Outcome] { filter { $0.contest.scenario == scenario } }

  /// The outcome of a method, by its name.
  public subscript(name: String) -> Outcome? { first { $0.name == name } }

  /// ACC of one method less that of another, compared in pairs, seed by seed; a dash for a method
  /// against itself.
  public func gain(of outcome: Outcome, over name: String) -> String {
    guard let other = self[name], other.name != outcome.name else { return "–" }
    return Statistics.paired(outcome.accuracies, minus: other.accuracies).text
  }
}

/// The mean of several accuracy matrices, entry by entry; what was not measured is NaN.
public func meanMatrix(_ matrices: [AccuracyMatrix]) -> [[Double]] {
  meanMatrix(matrices.map { $0.rows.map { row in row.map { $0 ?? .nan } } })
}

/// The mean of several matrices of one shape, entry by entry.
public func meanMatrix(_ matrices: [[[Double]]]) -> [[Double]] {
  guard let first = matrices.first else { return [] }
  return first.indices.map { i in
    first[i].indices.map { j in
      matrices.map { $0[i][j] }.mean
    }
  }
}
