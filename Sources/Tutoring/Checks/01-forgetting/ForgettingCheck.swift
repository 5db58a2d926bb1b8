import CLCore
import Exercise

/// Forgetting from the best, against the library's own.
struct ForgettingCheck: Check {
  let place = "01-forgetting/forgetting"
  let trials = [
    Trial("forgetting") { random in
      let tasks = 5
      var matrix = AccuracyMatrix(tasks: tasks, scenario: .domain)
      for i in 0...tasks {
        for j in 0..<tasks { matrix[after: i, on: j] = random.uniform(in: 0.2...0.7) }
      }
      // Each of these is what one of the slips is about: a task that ends at its best, one that was done better when
      // the next had been learnt, one that the untrained network guessed well, one done best before it was learnt.
      matrix[after: tasks, on: 0] = 0.9
      matrix[after: 3, on: 1] = 0.8
      matrix[after: 0, on: 1] = 0.95
      matrix[after: 1, on: 3] = 0.85
      let filled = matrix
      /// The mean fall from the largest of the rows that a task is looked at in.
      func fall(from rows: (Int) -> ClosedRange<Int>, over count: Int) -> Value {
        let falls = (0..<tasks - 1).map { j in
          (rows(j).compactMap { filled[after: $0, on: j] }.max() ?? .nan)
            - (filled[after: tasks, on: j] ?? .nan)
        }
        return .number(falls.reduce(0, +) / Double(count))
      }
      let forgetting = filled.forgetting ?? .nan
      return Question(
        Call(
          "forgetting",
          [
            Value(
              Tensor(
                filled.rows.flatMap { $0.map { Real($0 ?? .nan) } }, [tasks + 1, tasks]))
          ]),
        gives: .number(forgetting), within: 1e-4,
        slips: [
          Slip(
            "from-diagonal",
            "This is −BWT: you compare with the moment when a task had just been learnt. Forgetting is measured from the best of rows 1 to T − 1.",
            gives: fall(from: { $0 + 1...$0 + 1 }, over: tasks - 1)),
          Slip(
            "last-row",
            "The last row is among those in which you seek the best, so that no task can count as gained. The best is of rows 1 to T − 1.",
            gives: fall(from: { _ in 1...tasks }, over: tasks - 1)),
          Slip(
            "untrained",
            "Row 0 is among those in which you seek the best: what an untrained network guesses cannot be forgotten.",
            gives: fall(from: { _ in 0...tasks - 1 }, over: tasks - 1)),
          Slip(
            "since-learnt",
            "You seek the best only since the task was learnt. The definition looks at all rows from 1 on, as an earlier task may have helped.",
            gives: fall(from: { $0 + 1...tasks - 1 }, over: tasks - 1)),
          Slip(
            "over-all",
            "You divide by T. The last task cannot have been forgotten yet: the mean is over T − 1 tasks.",
            gives: .number(forgetting * Double(tasks - 1) / Double(tasks)), level: .almost),
          Slip(
            "sign",
            "The sign is turned: forgetting is the best less the end, and positive where something is lost.",
            gives: .number(-forgetting), level: .almost),
        ])
    }
  ]
}
