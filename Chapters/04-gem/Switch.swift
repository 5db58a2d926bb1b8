import Book
import CLCore
import Lessons

/// One switch from a first task to a second, watched at every step: longer tasks than elsewhere in
/// the chapter, so that there is something to lose, and larger batches, so that a step is not all noise.
struct Switch: Sendable {
  let course: Course
  /// Steps of each task.
  let steps: Int
  /// Samples of the first task that a method keeps.
  let kept: Int

  init(_ course: Course, _ profile: Profile) {
    self.course = course
    steps = profile.pick(smoke: 10, quick: 240, full: 1000)
    kept = 4 * course.kept
  }

  /// The methods that are watched, all at one rate.
  var entries: [Entry] {
    let methods: [any Strategy] = [FineTuning(), course.gem(kept), course.replay(kept)]
    return methods.map { Entry($0, rate: 0.1) }
  }

  /// Watches one switch: five kinds of clothes, then five others, class-incremental. Which kinds meet decides
  /// how deep the fall is, so they are dealt out once for all seeds.
  func watch(_ entry: Entry, seed: UInt64) throws -> Fall {
    let stream = try TaskStream.split(
      course.images, tasks: 2, scenario: .class, seed: 4, testPerTask: course.tested)
    var run = try course.run(entry, stream, seed, Training(iterations: steps, batchSize: 32))
    try run.learnTask()
    let lengths = stream.map { task in
      Double(run.learner.gradient(Batch(task, Array(0..<min(kept, task.train.count)))).norm)
    }
    var seen = [run.accuracy(on: stream[0])]
    try run.finish { event, run in
      if case .stepped = event { seen.append(run.accuracy(on: stream[0])) }
    }
    return Fall(accuracies: seen, pull: lengths[0] / lengths[1])
  }
}

/// What a switch does to the first task.
struct Fall: Codable {
  /// Accuracy on it: just learnt, and then after every step of the second task.
  let accuracies: [Double]
  /// At the switch, the length of the gradient on samples of the first task over that on as many of the
  /// second.
  let pull: Double

  /// Accuracy just learnt, soon after the switch, and late. The latter two are means over steps fixed
  /// beforehand, for the lowest point of a noisy curve is low by luck.
  var stages: [Double] {
    let looks = accuracies.count
    return [
      accuracies[0], accuracies[looks / 8..<looks * 3 / 8].mean,
      accuracies[looks * 3 / 4..<looks].mean,
    ]
  }
}
