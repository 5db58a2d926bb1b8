import ArgumentParser
import Lessons

/// `press notebook 3`: a chapter as a Jupyter notebook.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Make the notebook of a chapter.")

  @OptionGroup var options: EditionOptions
  @Argument(help: "The chapter's number.") var chapter: Int

  func run() throws {
    let (shelf, edition) = try options.edition(chapter)
    let name = Notebook.name(edition.chapter)
    StandardStream.output.line(try shelf.put(Notebook(edition).json(), as: name, of: edition))
  }
}
