import Book
import CLCore

/// What becomes of the scores of the first task's images while later tasks are learnt.
struct Drift: Codable {
  /// After each task, the mean over the first task's test images of the highest score among their own
  /// task's outputs, and among all others, [tasks learnt].
  private(set) var own: [Double] = []
  private(set) var others: [Double] = []
  /// At the end, how often an answer is one of each task's classes, [tasks].
  private(set) var answers: [Double] = []
  /// At the end, ACC.
  private(set) var accuracy = 0.0
  /// At the end, the mean accuracy over tasks when the answer may only be one of the task's own
  /// classes.
  private(set) var toldAccuracy = 0.0

  /// Looks at a run of the class-incremental scenario that has just learnt a task.
  mutating func look(_ run: Run) {
    let scores = run.testScores(run.stream[0])
    let mine = run.stream[0].classes
    own.append(scores.meanHighest { mine.contains($0) })
    others.append(scores.meanHighest { !mine.contains($0) })
    guard own.count == run.stream.count else { return }
    accuracy = run.matrix.averageAccuracy ?? .nan
    let all = run.stream.flatMap { run.predictions(on: $0) }
    answers = run.stream.map { group in
      Double(all.filter { group.classes.contains($0) }.count) / Double(max(all.count, 1))
    }
    let told = run.stream.map { run.accuracyTold($0) }
    toldAccuracy = told.mean
  }
}

extension Run {
  /// The scores of a task's test images, [n, outputs].
  fileprivate func testScores(_ task: Experience) -> Tensor {
    let batch = Batch(task.test, Array(0..<task.test.count), task: task.index)
    return strategy.scores(batch.inputs, task: learner.known(task.index), learner)
  }

  /// The accuracy on a task when only its own classes may be answered.
  fileprivate func accuracyTold(_ task: Experience) -> Double {
    let answers = testScores(task).columns(task.classes).argmaxOfRows
    let right = answers.enumerated().filter { position, answer in
      answer + task.classes.lowerBound == task.test.label(at: position)
    }
    return Double(right.count) / Double(max(answers.count, 1))
  }
}

extension Tensor {
  /// The mean over rows of a matrix [n, outputs] of the highest number in the columns that count.
  fileprivate func meanHighest(where counts: (Int) -> Bool) -> Double {
    let columns = (0..<shape[1]).filter(counts)
    let highest = (0..<shape[0]).map { row in columns.map { self[row, $0] }.max() ?? 0 }
    return highest.reduce(0) { $0 + Double($1) } / Double(max(highest.count, 1))
  }
}
