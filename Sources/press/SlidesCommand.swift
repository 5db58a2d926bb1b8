import ArgumentParser
import Foundation
import Lessons

/// `press slides 3`: a chapter as slides.
struct SlidesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slides", abstract: "Make the slides of a chapter.")

  /// What slides can be.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case html, pptx }

  @OptionGroup var options: EditionOptions
  @Argument(help: "The chapter's number.") var chapter: Int
  @Option(help: "html, which any browser shows, or pptx.")
  var kind = Kind.html

  func run() throws {
    let (shelf, edition) = try options.edition(chapter)
    let figures = try SlideFigures(
      edition, threads: Settings.ofEnvironment.threads, warn: ShelfOptions.warn)
    switch kind {
    case .html:
      let page = try DeckPage(edition, figures).html()
      StandardStream.output.line(try shelf.put(Data(page.utf8), as: DeckPage.name, of: edition))
    case .pptx:
      try DeckFile(edition, figures).write()
      StandardStream.output.line(shelf.shownFile(DeckFile.name, of: edition))
    }
  }
}
