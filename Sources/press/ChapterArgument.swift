import ArgumentParser
import Lessons

/// The chapter that a command is about.
struct ChapterArgument: ParsableArguments {
  @Argument(help: "The chapter's number.")
  var number: Int
}

extension ShelfOptions {
  /// Today's text of a chapter with the outputs of its last run.
  /// - Throws: ``ValidationError`` that says which command runs the chapter, when it has to be run.
  func edition(_ chapter: ChapterArgument) throws -> (Shelf, Edition) {
    let shelf = try shelf()
    return (shelf, try edition(of: shelf.volume(chapter.number), on: shelf))
  }

  func edition(of volume: Shelf.Volume, on shelf: Shelf) throws -> Edition {
    let objections = try shelf.agreement(volume).objections
    guard objections.isEmpty,
      let edition = try shelf.edition(volume, in: chosenLanguage(), warn: Self.warn)
    else {
      throw ValidationError(
        "chapter \(volume.number): \(objections.joined(separator: "; ")).\n"
          + "make chapter-\(volume.number) runs it; make page-\(volume.number) does so by itself.")
    }
    return edition
  }
}
