import Foundation
import Lessons

/// The files beside a chapter's record. In another language than English their names say so: `index.zh.html`.
extension Shelf {
  /// Makes the page of a chapter and returns where it is.
  /// - Parameters:
  ///   - others: the chapters that have a page, to which this one may link.
  ///   - hasIndex: whether it may link to the index of the book.
  func write(_ edition: Edition, among others: [Int], hasIndex: Bool) throws -> String {
    let near = volumes.filter {
      others.contains($0.number) && abs($0.number - edition.chapter) == 1
    }
    let neighbours = try near.map {
      Neighbour(number: $0.number, title: try title(of: $0, in: edition.language))
    }
    let exercises = try ExerciseNote.all(of: edition.chapter, below: root)
    let page = try Page(edition, exercises: exercises)
      .html(between: neighbours, hasIndex: hasIndex)
    return try put(Data(page.utf8), as: Page.name, of: edition)
  }

  /// The title of a chapter in a language.
  func title(of volume: Volume, in language: Language) throws -> String {
    let title = try literate(volume).title
    return try translation(volume, into: language)?.text(title) ?? title
  }

  /// Writes a file whole or not at all and returns where it is.
  func put(_ data: Data, as name: String, of edition: Edition) throws -> String {
    try data.write(
      to: edition.folder.appending(path: edition.language.file(name)), options: .atomic)
    return shownFile(name, of: edition)
  }

  /// A file for messages.
  func shownFile(_ name: String, of edition: Edition) -> String {
    "\(shownOutput)/chapter-\(edition.chapter)/\(edition.language.file(name))"
  }

  /// Whether a file of a chapter is there.
  func has(_ name: String, of volume: Volume, in language: Language) -> Bool {
    FileManager.default.fileExists(
      atPath: folder(volume).appending(path: language.file(name)).path)
  }

  /// Whether the book has an index.
  func hasIndex(in language: Language) -> Bool {
    FileManager.default.fileExists(atPath: output.appending(path: language.file(Page.name)).path)
  }
}
