import ArgumentParser
import Lessons

/// `press page 3`: a chapter as one HTML file.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Make the page of a chapter.")

  @OptionGroup var options: EditionOptions
  @Argument(help: "The chapter's number.") var chapter: Int

  func run() throws {
    let (shelf, edition) = try options.edition(chapter)
    let language = edition.language
    let others = shelf.volumes.filter { shelf.has(Page.name, of: $0, in: language) }
    StandardStream.output.line(
      try shelf.write(
        edition, among: others.map(\.number), hasIndex: shelf.hasIndex(in: language)))
  }
}
