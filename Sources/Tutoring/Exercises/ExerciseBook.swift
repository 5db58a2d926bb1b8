import Exercise
import Foundation

/// An exercise: what is written about it, and how it is checked.
package struct BookExercise: Sendable {
  /// Its texts.
  package let folder: ExerciseFolder
  /// Its check.
  package let check: any Check
  /// Its place in the chapter, from 1.
  package let place: Int

  /// Its name, unique in the book.
  package var name: String { folder.name }
  /// Its number as it is shown: `2.1`.
  package var number: String { "\(folder.chapterNumber).\(place)" }
}

/// All exercises, in the order in which they are done.
package struct ExerciseBook: Sendable {
  /// The exercises.
  package let exercises: [BookExercise]

  /// Reads the folders of all exercises of the catalogue, in the order of `Exercises/contents.txt`; what is not listed there comes
  /// last, by name.
  /// - Parameter root: the repository.
  /// - Throws: ``ExerciseError`` when a folder is not as it should be.
  package init(root: URL) throws(ExerciseError) {
    var exercises: [BookExercise] = []
    let list = root.appendingPathComponent("Exercises/contents.txt")
    let places = ((try? String(contentsOf: list, encoding: .utf8)) ?? "").split(
      whereSeparator: \.isNewline
    )
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    let rank = Dictionary(zip(places, places.indices), uniquingKeysWith: min)
    let checks = Catalogue.checks.sorted {
      (rank[$0.place] ?? .max, $0.place) < (rank[$1.place] ?? .max, $1.place)
    }
    for check in checks {
      let folder = try ExerciseFolder(check.place, in: root.appendingPathComponent("Exercises"))
      let before = exercises.count { $0.folder.chapter == folder.chapter }
      exercises.append(BookExercise(folder: folder, check: check, place: before + 1))
    }
    self.exercises = exercises
  }

  /// The exercises of a chapter, or all of them when `chapter` is nil.
  /// - Throws: ``ExerciseError`` when there are none.
  package func exercises(of chapter: Int?) throws(ExerciseError) -> [BookExercise] {
    guard let chapter else { return exercises }
    let found = exercises.filter { $0.folder.chapterNumber == chapter }
    guard !found.isEmpty else {
      let chapters = Set(exercises.map(\.folder.chapterNumber)).sorted().map(String.init)
      throw ExerciseError(
        "Chapter \(chapter) has no exercises. Chapters with exercises: \(chapters.joined(separator: ", "))."
      )
    }
    return found
  }
}
