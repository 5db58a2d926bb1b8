import Book
import CLCore

/// A network that has learnt all classes at once, and what it says of images.
struct Teacher: Sendable {
  /// The network at the end of its training.
  let learner: Learner
  /// What it has learnt: all classes as one task.
  let task: Experience
  /// Its scores for the test images, [n, classes].
  let scores: Tensor

  /// A network that has learnt the only task of `stream`.
  init(_ learner: Learner, of stream: TaskStream) {
    self.learner = learner
    task = stream[0]
    scores = learner.testScores(task)
  }

  /// The answer to the test image at `position` at temperature `t`, [classes].
  func answer(at position: Int, temperature t: Double) -> [Double] {
    (scores.rows(position..<position + 1) / Real(t)).softmax().values.map { Double($0) }
  }

  /// The mean answer at temperature `t` to the test images of each class, [classes][classes].
  func opinions(temperature t: Double) -> [[Double]] {
    let answers = (scores / Real(t)).softmax()
    return task.classes.map { label in
      let asked = task.test.positions(of: label)
      return task.classes.map { other in
        asked.reduce(0) { $0 + Double(answers[$1, other]) } / Double(max(asked.count, 1))
      }
    }
  }

  /// The test image of a class about which the teacher is neither surer nor less sure than usual.
  func typical(_ label: Int) -> Int {
    let answers = scores.softmax()
    let sorted = task.test.positions(of: label).sorted { answers[$0, label] > answers[$1, label] }
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// How long the slope of the distillation loss along a student's scores is, the mean over test images.
struct Slopes {
  /// Without the factor T², [temperatures].
  let plain: [Double]
  /// With it, [temperatures].
  let scaled: [Double]
  /// Where the latter goes as T grows: the difference of the centred scores over their number.
  let limit: Double

  /// The slopes for a student that has still to be taught.
  init(_ teacher: Teacher, _ student: Learner, at temperatures: [Double]) {
    let scores = student.testScores(teacher.task)
    plain = temperatures.map { t in
      let gap = (scores / Real(t)).softmax() - (teacher.scores / Real(t)).softmax()
      return Double(gap.lengthsOfRows.mean) / t
    }
    scaled = zip(plain, temperatures).map { $0 * $1 * $1 }
    let gap = scores - teacher.scores
    let classes = Real(gap.shape[1])
    let centred = gap - gap.summed(to: [gap.shape[0], 1]) / classes
    limit = Double((centred / classes).lengthsOfRows.mean)
  }
}

/// How a student does on a class of which it has seen no image.
struct Unseen: Codable {
  /// The share of the class's test images that it recognises.
  let recall: Double
  /// That share when one number is added to the class's score, so large that as many answers are that
  /// class as there are images of it.
  let evened: Double

  /// Tests `learner`, which was taught without the class `missing`, on all classes of `task`.
  init(_ learner: Learner, _ task: Experience, missing: Int) {
    let scores = learner.testScores(task)
    let leads = (0..<task.test.count).map { row in
      let others = task.classes.filter { $0 != missing }.map { scores[row, $0] }
      return scores[row, missing] - (others.max() ?? 0)
    }
    let images = task.test.positions(of: missing)
    let order = leads.indices.sorted { leads[$0] > leads[$1] }
    let taken = Set(order.prefix(images.count))
    func share(_ isTaken: (Int) -> Bool) -> Double {
      Double(images.filter(isTaken).count) / Double(max(images.count, 1))
    }
    recall = share { leads[$0] > 0 }
    evened = share { taken.contains($0) }
  }
}

extension Scale {
  /// Learns a stream in so many steps a task.
  func learn(
    _ method: any Strategy, _ stream: TaskStream, steps: Int, seed: UInt64
  ) throws -> Run {
    let training = Training(iterations: steps, batchSize: training.batchSize)
    var run = try Run(method, learner(stream, seed), on: stream, training, seed: seed)
    try run.finish()
    return run
  }
}
