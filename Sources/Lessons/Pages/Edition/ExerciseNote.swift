import Foundation

/// What a chapter's page says of an exercise: its task, and the section after which it can be done.
///
/// `Exercises/contents.txt` lists all exercises in their order, one a line: `02-ewc/penalty 2.2` is the folder and
/// the section. So the chapters need not know of their exercises. One that is not listed comes at the end of its
/// chapter.
package struct ExerciseNote: Equatable, Sendable {
  /// The folder, `02-ewc/penalty`.
  package let place: String
  /// The number that is shown, `2.3`.
  package let number: String
  /// The number of the section after which it stands; nil at the end of the chapter.
  package let section: String?
  /// The title; Markdown.
  package let title: String
  /// The task without hints and solution; Markdown.
  package let task: String

  /// The name of the exercise.
  package var name: String { place.split(separator: "/").last.map(String.init) ?? place }

  /// The exercises of a chapter, in order; none when the book has none.
  /// - Throws: ``SourceError`` when a listed exercise has no statement with a title.
  package static func all(of chapter: Int, below root: URL) throws(SourceError) -> [ExerciseNote] {
    let folder = root.appending(path: "Exercises")
    let list =
      (try? String(contentsOf: folder.appending(path: "contents.txt"), encoding: .utf8)) ?? ""
    var notes: [ExerciseNote] = []
    for words in listed(list.sourceLines, and: places(below: folder)) {
      guard let place = words.first, Int(place.prefix { $0.isNumber }) == chapter else { continue }
      let file = "Exercises/\(place)/statement.md"
      let text = try? String(contentsOf: root.appending(path: file), encoding: .utf8)
      let lines = (text ?? "").sourceLines.drop { !$0.hasPrefix("# ") }
      guard let title = lines.first else {
        throw SourceError(file: file, line: nil, problem: "has no title: it begins with `# `")
      }
      let task = lines.dropFirst().prefix { !$0.hasPrefix("## ") }.joined(separator: "\n").trimmed
      notes.append(
        ExerciseNote(
          place: place, number: "\(chapter).\(notes.count + 1)",
          section: words.count > 1 ? words[1] : nil, title: title.dropFirst(2).trimmed, task: task))
    }
    return notes
  }

  /// The words of each line, and after them the places that no line names.
  private static func listed(_ lines: [String], and places: [String]) -> [[String]] {
    let listed = lines.map { $0.split(separator: " ").map(String.init) }
    let known = Set(listed.compactMap(\.first))
    return listed + places.filter { !known.contains($0) }.map { [$0] }
  }

  /// All `chapter/exercise` in `folder`, by name.
  private static func places(below folder: URL) -> [String] {
    func names(_ folder: URL) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
    return names(folder).filter { $0.first?.isNumber == true }.flatMap { chapter in
      names(folder.appending(path: chapter)).map { "\(chapter)/\($0)" }
    }
  }
}
