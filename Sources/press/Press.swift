import ArgumentParser
import Lessons

/// Makes pages of what runs of the chapters have left. It trains nothing and knows of no strategy, so that a
/// change of prose builds nothing.
@main
struct Press: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Pages, notebooks, slides and figures from the records of the chapters.",
    version: PackageVersion.text,
    subcommands: [
      Chapters.self, Check.self, PageCommand.self, NotebookCommand.self, SlidesCommand.self,
      BookCommand.self, FiguresCommand.self, Lint.self,
    ])

  static func main() {
    StandardStream.hold()
    main(nil)
  }
}
