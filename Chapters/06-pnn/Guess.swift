import CLCore

/// What becomes of a run's answers when nobody says which task an image belongs to.
///
/// Every task is asked, each among its own classes; the one that is surest is believed.
struct Guess: Codable {
  /// The share of test images told right when the task is given.
  let told: Double
  /// That share when the task is guessed.
  let guessed: Double
  /// Of each task's test images (row) the share given to each task, [tasks][tasks].
  let taken: [[Double]]

  init(_ run: Run) {
    let stream = run.stream
    var (told, guessed, images) = (0, 0, 0)
    taken = stream.map { task in
      let answers = stream.indices.map { run.scores(of: task, told: $0).softmax() }
      let count = answers[0].shape[0]
      var counts = [Int](repeating: 0, count: stream.count)
      for n in 0..<count {
        let sure = answers.map { $0.rows(n..<n + 1).values.max() ?? 0 }
        let best = sure.indices.max { sure[$0] < sure[$1] } ?? 0
        let own = answers[task.index].rows(n..<n + 1).argmaxOfRows[0]
        let isRight = own + task.classes.lowerBound == task.test.label(at: n)
        told += isRight ? 1 : 0
        guessed += isRight && best == task.index ? 1 : 0
        counts[best] += 1
      }
      images += count
      return counts.map { Double($0) / Double(count) }
    }
    self.told = Double(told) / Double(images)
    self.guessed = Double(guessed) / Double(images)
  }

  /// The share of images whose task is guessed right.
  var found: Double { taken.indices.reduce(0) { $0 + taken[$1][$1] } / Double(taken.count) }
}
