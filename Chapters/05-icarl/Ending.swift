import Book
import CLCore

/// What a run of this chapter leaves.
struct Finished: Codable {
  let learnt: Learnt
  /// A look at its end, where there was one.
  let ending: Ending?
  /// θ at the end of iCaRL, to which another way to put it together must come too.
  let theta: Tensor?

  /// What is left of a run that has learnt its whole stream.
  init(_ run: Run, looks: Bool) {
    learnt = Learnt(run)
    ending = looks ? Ending(run) : nil
    theta = run.strategy.name == "iCaRL" ? run.learner.theta : nil
  }
}

/// A class-incremental run at its end: what its last layer says, and what else could be made of its
/// features.
struct Ending: Codable {
  /// The mean score of each class over all test images, less the mean of these, in the order in which
  /// the classes were learnt, [classes].
  let scores: [Double]
  /// How much higher the last task's classes are in it than the first task's.
  let climb: Double
  /// Of each class's test images (row), the share taken for each class, [classes][classes].
  let confusion: [[Double]]
  /// The accuracy on each task, [tasks].
  let byTask: [Double]
  /// The accuracy of the last layer.
  let byHead: Double
  /// That of the nearest class mean, over all training images, of the features.
  let byMeans: Double

  /// Looks at a run that has learnt its whole stream. Of one that has not begun `byTask` is NaN.
  init(_ run: Run) {
    let stream = run.stream
    let tested = stream.map { run.learner.testScores($0) }
    let images = stream.reduce(0) { $0 + $1.test.count }
    var sum = Tensor.zeros([stream.outputs])
    for scores in tested { sum += scores.summed(to: [stream.outputs]) }
    let level = sum / Real(images)
    scores = level.values.map { Double($0 - level.mean) }
    let (first, last) = (scores[stream[0].classes], scores[stream[stream.count - 1].classes])
    climb = Statistics(Array(last)).mean - Statistics(Array(first)).mean
    confusion = run.report().confusion.map { row in
      row.map { Double($0) / Double(max(row.reduce(0, +), 1)) }
    }
    byTask = stream.indices.map { run.matrix[after: stream.count, on: $0] ?? .nan }
    byHead = stream.accuracy(of: tested.map(\.argmaxOfRows))
    byMeans = stream.accuracyByMeans(run.learner)
  }
}

extension TaskStream {
  /// The share of right answers, given for the test images of each task in order.
  fileprivate func accuracy(of answers: [[Int]]) -> Double {
    let right = zip(self, answers).map { task, given in
      given.indices.filter { given[$0] == task.test.label(at: $0) }.count
    }
    return Double(right.reduce(0, +)) / Double(Swift.max(answers.joined().count, 1))
  }

  /// The accuracy on all test images of the nearest class mean, over all training images, of the features
  /// of `learner`.
  fileprivate func accuracyByMeans(_ learner: Learner) -> Double {
    let means = flatMap { task in
      task.classes.map { label in
        learner.directions(task.train, task.train.positions(of: label)).meanRow
      }
    }
    return accuracy(
      of: map { learner.directions($0.test).closeness(to: means).argmaxOfRows })
  }
}
