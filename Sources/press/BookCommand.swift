import ArgumentParser
import Foundation
import Lessons

/// `press book`: the pages of all chapters that have been run, the index of them, and the appendix.
struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Make the page of each chapter that has been run, the index and the appendix.",
    discussion: "Pages that are made together can link to each other.")

  @OptionGroup var options: EditionOptions

  func run() throws {
    let shelf = try options.place.shelf()
    let language = try options.chosenLanguage()
    var editions: [Int: Edition] = [:]
    for volume in shelf.volumes {
      do {
        editions[volume.number] = try options.edition(of: volume, on: shelf)
      } catch {
        // One chapter without a page keeps no other from having one.
        ShelfOptions.warn("\(error)")
      }
    }
    for edition in editions.values.sorted(by: { $0.chapter < $1.chapter }) {
      print(try shelf.write(edition, among: Array(editions.keys), hasIndex: true))
    }
    let entries = try shelf.volumes.map { volume in
      let files = [Page.name, DeckPage.name, DeckFile.name, Notebook.name(volume.number)]
        .filter { shelf.has($0, of: volume, in: language) }
      let edition = editions[volume.number]
      return BookIndex.Entry(
        chapter: volume.number, title: try shelf.title(of: volume, in: language),
        edition: edition, files: edition == nil ? [] : files)
    }
    try FileManager.default.createDirectory(at: shelf.output, withIntermediateDirectories: true)
    let words = Wording(language)
    let appendix = language.file(AppendixPage.name)
    let gallery = "\(language.lectures)/\(Page.name)"
    let hasGallery = FileManager.default.fileExists(
      atPath: shelf.output.appending(path: gallery).path)
    let extras = [(appendix, words.appendix)] + (hasGallery ? [(gallery, words.gallery)] : [])
    let pages = [
      (appendix, try AppendixPage(below: shelf.root, words: words).html),
      (language.file(Page.name), try BookIndex(entries, extras: extras, words: words).html),
    ]
    for (name, html) in pages {
      try Data(html.utf8).write(to: shelf.output.appending(path: name), options: .atomic)
      print("\(shelf.shownOutput)/\(name)")
    }
  }
}
