import ArgumentParser
import Lessons

/// What a command needs that shows a chapter: where it is, and in which language.
struct EditionOptions: ParsableArguments {
  @OptionGroup var place: ShelfOptions

  @Option(help: "The language: en or zh; or the variable LESSON_LANG.")
  var language: Language?

  /// The language in which to show.
  /// - Throws: ``SettingsError`` for a variable that names no language.
  func chosenLanguage() throws -> Language { try language ?? Settings.ofEnvironment.language }

  /// Today's text of the chapter with this number, with the outputs of its last run.
  /// - Throws: ``Refusal`` that says which command runs the chapter, when it has to be run.
  func edition(_ number: Int) throws -> (Shelf, Edition) {
    let shelf = try place.shelf()
    return (shelf, try edition(of: shelf.volume(number), on: shelf))
  }

  /// The same of a chapter on `shelf`.
  func edition(of volume: Shelf.Volume, on shelf: Shelf) throws -> Edition {
    let objections = try shelf.agreement(volume).objections
    guard objections.isEmpty,
      let edition = try shelf.edition(volume, in: chosenLanguage(), warn: ShelfOptions.warn)
    else {
      throw Refusal(
        "chapter \(volume.number): \(objections.joined(separator: "; ")).\n"
          + "make chapter-\(volume.number) runs it; make page-\(volume.number) does so by itself.")
    }
    return edition
  }
}

extension Language: ExpressibleByArgument {}
