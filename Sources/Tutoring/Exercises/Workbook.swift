import Foundation
import Lessons

/// The learner's own folder: `workbook/02-ewc/fisher.swift`, …, and the progress.
///
/// Git does not follow it: a learner's code is never in the way of an update of the book, and a reset
/// is the skeleton made anew. A student hands in this folder.
package struct Workbook: Sendable {
  /// The folder.
  package let folder: URL

  /// A workbook in `folder`.
  package init(_ folder: URL) { self.folder = folder }

  /// Where the learner writes `exercise`.
  package func file(_ exercise: ExerciseFolder) -> URL {
    folder.appendingPathComponent(exercise.file)
  }

  /// Where the progress is kept.
  package var progress: URL { folder.appendingPathComponent("progress.txt") }

  /// Puts the skeleton in place of what is missing; what is there is left alone.
  /// - Throws: ``ExerciseError`` when it cannot be written.
  package func prepare(_ exercises: [ExerciseFolder]) throws {
    for exercise in exercises where !FileManager.default.fileExists(atPath: file(exercise).path) {
      try reset(exercise)
    }
  }

  /// Puts the skeleton in place, whatever is there.
  /// - Throws: ``ExerciseError`` when it cannot be written.
  package func reset(_ exercise: ExerciseFolder) throws {
    let file = file(exercise)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(exercise.solution.skeleton.utf8).write(to: file, options: .atomic)
    } catch {
      throw ExerciseError(
        "\(file.path) cannot be written: \(error.systemReason). Give yourself the right to write there, or work in a "
          + "clone of your own.")
    }
  }
}
