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
    let entries = try shelf.volumes.map { try entry($0, of: shelf, in: language) }
    try FileManager.default.createDirectory(at: shelf.output, withIntermediateDirectories: true)
    let words = Wording.in(language)
    let appendix = language.file(AppendixPage.name)
    let gallery = "\(language.lectures)/\(Page.name)"
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

  /// A chapter's line in the index. A record that `press page` refuses is none here either: its page would speak of
  /// another program.
  private func entry(_ volume: Shelf.Volume, of shelf: Shelf, in language: Language) throws
    -> BookIndex.Entry
  {
    let objections = try shelf.agreement(volume).objections
    if !objections.isEmpty, try shelf.record(volume) != nil {
      ShelfOptions.warn(
        "chapter \(volume.number) is left out: \(objections.joined(separator: "; "))")
    }
    let isOfToday = objections.isEmpty
    let files = [
      Page.name, DeckPage.name, DeckFile.name, Notebook.name(volume.number),
    ].filter { name in
      isOfToday
        && FileManager.default.fileExists(
          atPath: shelf.folder(volume).appending(path: language.file(name)).path)
    }
    return BookIndex.Entry(
      chapter: volume.number, title: try shelf.title(of: volume, in: language),
      edition: isOfToday ? try shelf.edition(volume, in: language, listed: true) : nil,
      files: files)
  }
}
