import Book
import CLCore

/// What a step of a method costs when there are so many old tasks.
extension Course {
  /// Samples that a step differentiates the loss of.
  func samplesDifferentiated(_ method: any Strategy, oldTasks: Int) -> Int {
    switch method {
    case is GEM: 10 + kept * oldTasks
    case is AGEM: oldTasks > 0 ? 10 + kept : 10
    case is ExperienceReplay: oldTasks > 0 ? 20 : 10
    default: 10
    }
  }

  /// Seconds a step, for each task of a stream.
  func secondsPerStep(_ entry: Entry, _ stream: TaskStream, seed: UInt64) throws -> [Double] {
    var run = try run(entry, stream, seed)
    var (times, before, stepsBefore) = ([Double](), 0.0, 0)
    try run.finish { event, run in
      guard case .learned = event else { return }
      times.append((run.seconds - before) / Double(max(run.stepsMade - stepsBefore, 1)))
      (before, stepsBefore) = (run.seconds, run.stepsMade)
    }
    return times
  }

  /// Seconds a step, for each task, in a few words.
  func words(ofTimes seconds: [Double]) -> String {
    let (first, last) = (seconds.dropFirst().first ?? 0, seconds.last ?? 0)
    return "\((1000 * first).compact) ms a step with one old task, "
      + "\((1000 * last).compact) ms with \(seconds.count - 1)"
  }
}
