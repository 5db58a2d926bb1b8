import CLCore
import Foundation
import Testing

/// Three tasks, by hand:
///
///     untrained  0.50  0.40  0.60
///     after A    0.90  0.55  0.45
///     after B    0.95  0.80  0.70
///     after C    0.60  0.65  0.85
private let worked: [[Double?]] = [
  [0.50, 0.40, 0.60],
  [0.90, 0.55, 0.45],
  [0.95, 0.80, 0.70],
  [0.60, 0.65, 0.85],
]

private func matrix(_ rows: [[Double?]], _ scenario: Scenario = .domain) -> AccuracyMatrix {
  var matrix = AccuracyMatrix(tasks: rows.count - 1, scenario: scenario)
  for (learnt, row) in rows.enumerated() {
    for (task, accuracy) in row.enumerated() { matrix[after: learnt, on: task] = accuracy }
  }
  return matrix
}

private func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-12 } ?? false }

@Suite("Accuracy matrix") struct AccuracyMatrixTests {
  @Test("ACC is the mean of the last row") func averageAccuracy() {
    #expect(isClose(matrix(worked).averageAccuracy, (0.60 + 0.65 + 0.85) / 3))
  }

  @Test("The incremental average counts each point of the curve once") func incremental() {
    let r = matrix(worked)
    #expect(isClose(r.averageAccuracy(after: 1), 0.90))
    #expect(isClose(r.averageAccuracy(after: 2), 0.875))
    #expect(isClose(r.averageIncrementalAccuracy, (0.90 + 0.875 + 0.70) / 3))
  }

  @Test("BWT divides by T − 1 and compares the end with the diagonal") func backward() {
    #expect(isClose(matrix(worked).backwardTransfer, ((0.60 - 0.90) + (0.65 - 0.80)) / 2))
  }

  @Test("FWT takes the random initialisation away") func forward() {
    #expect(isClose(matrix(worked).forwardTransfer, ((0.55 - 0.40) + (0.70 - 0.60)) / 2))
  }

  @Test("FWT of unseen classes does not exist") func forwardInClassIncremental() {
    #expect(matrix(worked, .class).forwardTransfer == nil)
    #expect(matrix(worked, .task).forwardTransfer != nil)
  }

  @Test("Forgetting counts from the best, not from the diagonal") func forgetting() {
    let r = matrix(worked)
    #expect(isClose(r.forgetting(of: 0, after: 3), 0.95 - 0.60))
    #expect(isClose(r.forgetting(of: 0, after: 2), 0.90 - 0.95))
    let forgotten = [0.95 - 0.60, 0.80 - 0.65]
    #expect(isClose(r.forgetting, forgotten.reduce(0, +) / 2))
  }

  @Test("A best from before a task was learnt counts, the random initialisation does not")
  func forgettingBest() {
    var rows = worked
    rows[0][1] = 0.99
    rows[1][1] = 0.90
    #expect(isClose(matrix(rows).forgetting(of: 1, after: 3), 0.90 - 0.65))
  }

  @Test("Intransigence is what the diagonal lacks of joint training") func intransigence() {
    #expect(
      isClose(
        matrix(worked).intransigence(joint: [0.90, 0.88, 0.93]), (0 + 0.08 + 0.08) / 3))
  }

  @Test("One task has an accuracy, but nothing to transfer or forget") func singleTask() {
    let r = matrix([[0.1], [0.9]])
    #expect(r.averageAccuracy == 0.9)
    #expect(r.backwardTransfer == nil)
    #expect(r.forwardTransfer == nil)
    #expect(r.forgetting == nil)
  }

  @Test("A measure is undefined exactly when a cell that it needs is") func undefinedCells() {
    var rows = worked
    rows[0] = [nil, nil, nil]
    let unseen = matrix(rows)
    #expect(unseen.forwardTransfer == nil)
    #expect(unseen.backwardTransfer != nil)
    rows[2][0] = nil
    let gap = matrix(rows)
    #expect(gap.forgetting == nil)
    #expect(gap.averageIncrementalAccuracy == nil)
    #expect(gap.backwardTransfer != nil)
    rows[3][2] = nil
    #expect(matrix(rows).averageAccuracy == nil)
  }

  @Test("A recorded matrix reads back the same, gaps included") func coding() throws {
    var rows = worked
    rows[1][2] = nil
    let r = matrix(rows, .task)
    let data = try JSONEncoder().encode(r)
    #expect(try JSONDecoder().decode(AccuracyMatrix.self, from: data) == r)
  }

  @Test(
    "A record that is no accuracy matrix is refused",
    arguments: ["[]", "[[]]", "[[0.5],[0.5],[0.5]]", "[[0.5],[1.5]]", "[[0.1,0.2],[0.5]]"])
  func damagedRecord(rows: String) {
    let data = Data(#"{"scenario":"domain","rows":\#(rows)}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(AccuracyMatrix.self, from: data)
    }
  }
}
