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
    // One chapter without a page keeps no other from having one.
    var editions: [Int: Edition] = [:]
    var failed: Set<Int> = []
    func attempt(_ chapter: Int, _ work: () throws -> Void) {
      do {
        try work()
      } catch let refusal as Refusal {
        // A chapter that has to be run is not wrong.
        ShelfOptions.warn("\(refusal)")
      } catch {
        failed.insert(chapter)
        ShelfOptions.warn("Chapter \(chapter) is left out: \(error)")
      }
    }
    for volume in shelf.volumes {
      attempt(volume.number) {
        editions[volume.number] = try options.edition(of: volume, on: shelf)
      }
    }
    let whole = Array(editions.keys)
    for edition in editions.values.sorted(by: { $0.chapter < $1.chapter }) {
      attempt(edition.chapter) {
        StandardStream.output.line(try shelf.write(edition, among: whole, hasIndex: true))
      }
    }
    let entries = shelf.volumes.compactMap { volume -> BookIndex.Entry? in
      // A chapter whose source is wrong has no title to be listed under.
      guard let title = try? shelf.title(of: volume, in: language) else { return nil }
      let files = [Page.name, DeckPage.name, DeckFile.name, Notebook.name(volume.number)]
        .filter { shelf.has($0, of: volume, in: language) }
      let edition = failed.contains(volume.number) ? nil : editions[volume.number]
      return BookIndex.Entry(
        chapter: volume.number, title: title, edition: edition,
        files: edition == nil ? [] : files)
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
      StandardStream.output.line("\(shelf.shownOutput)/\(name)")
    }
    if !failed.isEmpty { throw ExitCode(1) }
  }
}
