/// R, [T + 1, T]: how well each task is done after each task was learnt.
///
/// Row i holds the test accuracies after i tasks; row 0 is the random initialisation, which gives
/// forward transfer its zero point (Lopez-Paz and Ranzato, 2017). Columns are tasks, from 0 as in
/// ``Experience/index``, so that just after task j was learnt its cell is `R[after: j + 1, on: j]`:
/// what the papers, which count tasks from 1, write as R_jj.
///
/// A cell that was not measured is `nil`, and so is every measure that would have needed it.
public struct AccuracyMatrix: Sendable, Equatable {
  /// T, the number of tasks.
  public let tasks: Int
  /// What the learner was told at test time.
  public let scenario: Scenario
  private var cells: [Double?]

  /// A matrix with nothing measured yet.
  public init(tasks: Int, scenario: Scenario) {
    require(tasks > 0, "an accuracy matrix needs at least one task, got \(tasks)")
    self.tasks = tasks
    self.scenario = scenario
    cells = Array(repeating: nil, count: (tasks + 1) * tasks)
  }

  /// The test accuracy, from 0 to 1, on task `task` (from 0) after the first `learnt` tasks.
  public subscript(after learnt: Int, on task: Int) -> Double? {
    get { cells[place(learnt, task)] }
    set {
      let place = place(learnt, task)
      require(
        Self.isAccuracy(newValue),
        "an accuracy lies between 0 and 1, got \(newValue ?? .nan) "
          + "after \(learnt) tasks on task \(task)")
      cells[place] = newValue
    }
  }

  /// The rows, [T + 1][T], from the random initialisation to the end.
  public var rows: [[Double?]] {
    (0...tasks).map { learnt in (0..<tasks).map { self[after: learnt, on: $0] } }
  }

  private func place(_ learnt: Int, _ task: Int) -> Int {
    require(
      (0...tasks).contains(learnt) && (0..<tasks).contains(task),
      "an accuracy matrix of \(tasks) tasks has no cell after \(learnt) tasks on task \(task)")
    return learnt * tasks + task
  }

  private static func isAccuracy(_ value: Double?) -> Bool {
    value.map { (0...1).contains($0) } ?? true
  }
}

extension AccuracyMatrix: Codable {
  private enum CodingKeys: String, CodingKey { case scenario, rows }

  /// Reads the rows of a recorded matrix.
  /// - Throws: `DecodingError` unless there is one row more than columns, and all are accuracies.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let rows = try container.decode([[Double?]].self, forKey: .rows)
    guard rows.count > 1, rows.allSatisfy({ $0.count == rows.count - 1 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container,
        debugDescription: "an accuracy matrix has one row more than columns; "
          + "the rows have \(rows.map(\.count)) cells")
    }
    cells = rows.flatMap { $0 }
    tasks = rows.count - 1
    scenario = try container.decode(Scenario.self, forKey: .scenario)
    guard cells.allSatisfy(Self.isAccuracy) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container, debugDescription: "an accuracy lies between 0 and 1")
    }
  }

  /// Writes the rows; a cell that was not measured is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scenario, forKey: .scenario)
    try container.encode(rows, forKey: .rows)
  }
}
