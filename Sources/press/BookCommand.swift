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
    let language = try place.chosenLanguage()
    let entries = try shelf.volumes.map { volume in
      let files = [
        Page.name, DeckPage.name, DeckFile.name, Notebook.name(volume.number),
      ].filter { name in
        FileManager.default.fileExists(
          atPath: shelf.folder(volume).appending(path: language.file(name)).path)
      }
      return BookIndex.Entry(
        chapter: volume.number, title: try shelf.title(of: volume, in: language),
        edition: try shelf.edition(volume, in: language, listed: true), files: files)
    }
    try FileManager.default.createDirectory(at: shelf.output, withIntermediateDirectories: true)
    let words = Wording.in(language)
    let appendix = language.file(AppendixPage.name)
    let gallery = "figures/\(Page.name)"
    let hasGallery = FileManager.default.fileExists(
      atPath: shelf.output.appending(path: gallery).path)
    let extras = [(appendix, words.appendix)] + (hasGallery ? [(gallery, words.gallery)] : [])
    let pages = [
      (appendix, try AppendixPage(below: shelf.root, words: words).html),
      (
        language.file(Page.name),
        try BookIndex(entries, extras: extras, words: words).html
      ),
    ]
    for (name, html) in pages {
      try Data(html.utf8).write(to: shelf.output.appending(path: name), options: .atomic)
      print("\(shelf.shownOutput)/\(name)")
    }
  }
}
