import CLCore

/// What a run answers to all test images of its stream.
struct Confusion {
  /// How often class i was answered with class j, in the order in which the classes were learnt.
  let counts: [[Int]]
  /// The names of the classes.
  let classes: [String]

  init(_ run: Run) {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: run.stream.outputs), count: run.stream.outputs)
    for task in run.stream {
      for (position, answer) in run.predictions(on: task).enumerated() {
        counts[task.test.label(at: position)][answer] += 1
      }
    }
    self.counts = counts
    classes = run.stream.outputNames
  }

  /// The share of all answers that name one of the last two classes.
  var shareOfLast: Double {
    let answers = counts.flatMap { $0 }.reduce(0, +)
    let last = counts.map { $0.suffix(2).reduce(0, +) }.reduce(0, +)
    return Double(last) / Double(max(answers, 1))
  }
}
