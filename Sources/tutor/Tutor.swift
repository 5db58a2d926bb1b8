import ArgumentParser
import Lessons

/// The exercises' tool.
@main
struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor", abstract: "Checks the exercises.", version: PackageVersion.text,
    subcommands: [WatchCommand.self, CheckCommand.self, GradeCommand.self, ProveCommand.self])

  static func main() {
    StandardStream.hold()
    main(nil)
  }
}
