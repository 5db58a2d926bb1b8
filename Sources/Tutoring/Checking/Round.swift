import Foundation

/// A look at a workbook: a verdict on each of some exercises.
package struct Round: Sendable {
  /// An exercise and what is said about it.
  package struct Entry: Sendable {
    package let exercise: BookExercise
    package let verdict: Verdict
  }
  /// In the order of the exercises.
  package let entries: [Entry]

  /// Checks `exercises`, two at a time on two cores.
  ///
  /// - Parameters:
  ///   - desk: a folder for what is built.
  ///   - shown: a path as the learner knows it.
  ///   - said: told of each exercise, in order.
  /// - Throws: ``ExerciseError`` when a file cannot be read or nothing can be built.
  package init(
    _ exercises: [BookExercise], of workbook: Workbook, engine: Engine, desk: URL, seeds: [UInt64],
    shown: @Sendable (URL) -> String, said: @Sendable (Entry) -> Void
  ) throws(ExerciseError) {
    let workers = max(1, min(exercises.count, ProcessInfo.processInfo.activeProcessorCount))
    let examiner = Examiner(engine: engine, desk: desk, seeds: seeds)
    entries = try Crew.work(exercises.count, workers: workers) { _, number throws(ExerciseError) in
      let exercise = exercises[number]
      let file = workbook.file(exercise.folder)
      guard let text = try? Data(contentsOf: file) else {
        throw ExerciseError("\(shown(file)) cannot be read")
      }
      return Entry(
        exercise: exercise, verdict: try examiner.verdict(on: text, of: exercise, path: shown(file))
      )
    } said: {
      said($0)
    }
  }
}
