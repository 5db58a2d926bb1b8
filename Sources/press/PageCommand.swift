import ArgumentParser
import Foundation
import Lessons

/// `press page 3`: a chapter as one HTML file.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Make the page of a chapter.")

  @OptionGroup var place: ShelfOptions
  @OptionGroup var chapter: ChapterArgument

  func run() throws {
    let (shelf, edition) = try place.edition(chapter)
    print(try shelf.write(edition))
  }
}

extension Shelf {
  /// Makes the page of a chapter and returns where it is.
  func write(_ edition: Edition) throws -> String {
    let page = try Page(edition)
    let near = volumes.filter { abs($0.number - edition.chapter) == 1 }
    let neighbours = try near.map {
      Neighbour(number: $0.number, title: try title(of: $0, in: edition.language))
    }
    return try put(page.html(between: neighbours), as: Page.name, of: edition)
  }

  /// The title of a chapter in a language.
  func title(of volume: Volume, in language: Language) throws -> String {
    let title = try literate(volume).title
    return try translation(volume, into: language)?.text(title) ?? title
  }

  /// Writes a file beside the record of a chapter, whole or not at all, and returns where it is. In another
  /// language its name says so: `index.zh.html`.
  func put(_ text: String, as name: String, of edition: Edition) throws -> String {
    try put(Data(text.utf8), as: name, of: edition)
  }

  /// Writes a file beside the record of a chapter, whole or not at all, and returns where it is.
  func put(_ data: Data, as name: String, of edition: Edition) throws -> String {
    try data.write(
      to: edition.folder.appending(path: edition.language.file(name)), options: .atomic)
    return shownFile(name, of: edition)
  }

  /// A file beside the record of a chapter, for messages.
  func shownFile(_ name: String, of edition: Edition) -> String {
    "\(shownOutput)/chapter-\(edition.chapter)/\(edition.language.file(name))"
  }
}
