import ArgumentParser
import Foundation
import Lessons

/// `press book`: the index of the pages that there are.
struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Make the index of all chapters.")

  @OptionGroup var place: ShelfOptions

  func run() throws {
    let shelf = try place.shelf()
    let entries = try shelf.volumes.map { volume in
      let files = [
        Page.name, DeckPage.name, DeckFile.name, Notebook.name(volume.number),
      ].filter { name in
        FileManager.default.fileExists(atPath: shelf.folder(volume).appending(path: name).path)
      }
      return BookIndex.Entry(
        chapter: volume.number, title: try shelf.literate(volume).title,
        edition: try shelf.edition(volume), files: files)
    }
    try FileManager.default.createDirectory(at: shelf.output, withIntermediateDirectories: true)
    let file = shelf.output.appending(path: Page.name)
    try Data(BookIndex(entries).html.utf8).write(to: file, options: .atomic)
    print("\(shelf.shownOutput)/\(Page.name)")
  }
}
