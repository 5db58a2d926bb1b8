import Foundation

/// An exercise's folder, such as `Exercises/02-ewc/fisher`: all that is written about it but its check.
package struct ExerciseFolder: Sendable {
  /// The exercise's name, unique in the book: `fisher`.
  package let name: String
  /// The chapter's folder: `02-ewc`.
  package let chapter: String
  /// The solution, in parts.
  package let solution: Marked
  /// What hands the checker's calls to the learner's functions.
  package let probe: String
  /// What the learner reads.
  package let statement: Statement
  /// The code of the wrong answers with a name.
  package let wrongAnswers: WrongAnswers

  /// The number in the chapter's folder.
  package var chapterNumber: Int { Int(chapter.prefix { $0.isNumber }) ?? 0 }
  /// Where the learner's file stands in a workbook: `02-ewc/fisher.swift`.
  package var file: String { "\(chapter)/\(name).swift" }

  /// Reads the folder `place`, such as `02-ewc/fisher`, of the book's `Exercises`.
  /// - Throws: ``ExerciseError`` when a file is missing or is not as it should be.
  package init(_ place: String, in book: URL) throws(ExerciseError) {
    let parts = place.split(separator: "/").map(String.init)
    guard parts.count == 2 else { throw ExerciseError("\(place) is no `chapter/exercise`") }
    (chapter, name) = (parts[0], parts[1])
    func text(_ file: String) throws(ExerciseError) -> String {
      let url = book.appendingPathComponent("\(place)/\(file)")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else {
        throw ExerciseError("\(place)/\(file) cannot be read")
      }
      return text
    }
    solution = try Marked(text("Solution.swift"), file: "\(place)/Solution.swift")
    probe = try text("Probe.swift")
    statement = try Statement(text("statement.md"), file: "\(place)/statement.md")
    wrongAnswers = try WrongAnswers(text("slips.md"), file: "\(place)/slips.md")
  }
}
