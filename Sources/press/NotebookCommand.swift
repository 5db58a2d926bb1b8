import ArgumentParser
import Lessons

/// `press notebook 3`: a chapter as a Jupyter notebook.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Make the notebook of a chapter.")

  @OptionGroup var place: ShelfOptions
  @OptionGroup var chapter: ChapterArgument

  func run() throws {
    let (shelf, edition) = try place.edition(chapter)
    let name = Notebook.name(edition.chapter)
    print(try shelf.put(Notebook(edition).json(), as: name, of: edition))
  }
}
