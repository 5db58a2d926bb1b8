import CLCore
import Exercise

/// ACC, BWT and FWT, against the library's own.
struct TransferCheck: Check {
  let place = "01-forgetting/transfer"
  let trials = [
    Trial("ACC") { random in
      let r = Rows(&random)
      return r.question(
        "ACC", { $0.averageAccuracy },
        slips: [
          Slip(
            "acc-row-before",
            "You take row T − 1. Row 0 is the untrained network, so that there are T + 1 rows and the last is row T.",
            gives: r.mean(0..<r.tasks) { r[r.tasks - 1, $0] }),
          Slip(
            "acc-diagonal",
            "You take the diagonal: each task when it had just been learnt. ACC is about the end.",
            gives: r.mean(0..<r.tasks) { r[$0 + 1, $0] }),
        ])
    },
    Trial("BWT") { random in
      let r = Rows(&random)
      let change = { (j: Int) in r[r.tasks, j] - r[j + 1, j] }
      return r.question(
        "BWT", { $0.backwardTransfer },
        slips: [
          Slip(
            "bwt-over-all",
            "You divide by T. The last task has no task after it: the mean is over T − 1 tasks.",
            gives: r.mean(0..<r.tasks, change), level: .almost),
          Slip(
            "bwt-row-before",
            "You subtract r[j, j], which was measured before the task in column j was learnt: row 0 shifts the rows by one.",
            gives: r.mean(0..<r.tasks - 1) { r[r.tasks, $0] - r[$0, $0] }),
          Slip(
            "bwt-sign",
            "The sign is turned: BWT is the last row less the diagonal, and negative where tasks are forgotten.",
            gives: r.mean(0..<r.tasks - 1) { -change($0) }, level: .almost),
        ])
    },
    Trial("FWT") { random in
      let r = Rows(&random)
      return r.question(
        "FWT", { $0.forwardTransfer },
        slips: [
          Slip(
            "fwt-over-all",
            "You divide by T. The first task has no task before it: the mean is over T − 1 tasks.",
            gives: r.mean(0..<r.tasks) { r[$0, $0] - r[0, $0] }, level: .almost),
          Slip(
            "fwt-no-baseline",
            "Row 0 is not subtracted: what the untrained network guesses was not transferred from anywhere.",
            gives: r.mean(1..<r.tasks) { r[$0, $0] }),
          Slip(
            "fwt-row-before",
            "You take r[j − 1, j], which was measured a task too early: row 0 shifts the rows by one, and r[j, j] is what is known just before task j.",
            gives: r.mean(1..<r.tasks) { r[$0 - 1, $0] - r[0, $0] }),
          Slip(
            "fwt-learnt",
            "You take the row in which the task itself has been learnt. FWT looks one row higher, before it is.",
            gives: r.mean(1..<r.tasks) { r[$0 + 1, $0] - r[0, $0] }),
        ])
    },
  ]
}

/// An accuracy matrix such as fine-tuning gives, [T + 1, T].
private struct Rows {
  let tasks = 4
  private var matrix: AccuracyMatrix

  init(_ random: inout Random) {
    matrix = AccuracyMatrix(tasks: tasks, scenario: .domain)
    for i in 0...tasks {
      for j in 0..<tasks {
        let range =
          i == 0 ? 0.05...0.12 : i == j + 1 ? 0.85...0.98 : i <= j ? 0.2...0.3 : 0.65...0.75
        matrix[after: i, on: j] = random.uniform(in: range)
      }
    }
  }

  subscript(i: Int, j: Int) -> Double { matrix[after: i, on: j] ?? .nan }

  func mean(_ tasks: Range<Int>, _ term: (Int) -> Double) -> Value {
    .number(tasks.reduce(0) { $0 + term($1) } / Double(tasks.count))
  }

  func question(
    _ measure: String, _ value: (AccuracyMatrix) -> Double?, slips: [Slip]
  ) -> Question {
    let cells = Tensor(matrix.rows.flatMap { $0.map { Real($0 ?? .nan) } }, [tasks + 1, tasks])
    return Question(
      Call(measure, [Value(cells)]), gives: .number(value(matrix) ?? .nan), slips: slips)
  }
}
