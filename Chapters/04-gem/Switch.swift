import Book
import CLCore
import Lessons

/// One switch from a first task to a second, watched at every second step: longer tasks than elsewhere in
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

  /// Accuracy on the first task: just learnt, and then after every second step of the second. Five kinds
  /// of clothes each, class-incremental.
  func accuracies(_ entry: Entry, seed: UInt64) throws -> [Double] {
    let stream = try TaskStream.split(
      course.images, tasks: 2, scenario: .class, seed: seed, testPerTask: course.tested)
    var run = try course.run(entry, stream, seed, Training(iterations: steps, batchSize: 32))
    try run.learnTask()
    var seen = [run.accuracy(on: stream[0])]
    while let event = try run.advance() {
      guard let made = event.stepsOfTask, made > 0, made % 2 == 0 else { continue }
      seen.append(run.accuracy(on: stream[0]))
    }
    return seen
  }

  /// What is read off such a curve: just learnt, soon after the switch, and late. Both are means over steps
  /// fixed beforehand, for the lowest point of a curve is low by luck alone.
  func stages(_ accuracies: [Double]) -> [Double] {
    func mean(_ part: ArraySlice<Double>) -> Double {
      part.reduce(0, +) / Double(max(part.count, 1))
    }
    let looks = accuracies.count
    return [
      accuracies[0], mean(accuracies[looks / 8..<looks * 3 / 8]),
      mean(accuracies[looks * 3 / 4..<looks]),
    ]
  }
}
