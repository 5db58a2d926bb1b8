import ArgumentParser
import Foundation
import Lessons
import Tutoring

/// Watches the exercises of a chapter and checks the one at hand whenever it is saved.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Check an exercise whenever its file is saved; keys for hints and more.")

  @OptionGroup var options: BookOptions

  @Argument(help: "The chapter.")
  var chapter: Int

  func run() throws {
    let exercises = try ExerciseBook(root: options.root).exercises(of: chapter)
    let examiner = Examiner(
      engine: try Engine(root: options.root), desk: try options.desk("watch"),
      seeds: options.drawnSeeds)
    let settings = try Settings(arguments: [], environment: ProcessInfo.processInfo.environment)
    let session = Session(
      exercises, workbook: Workbook(options.workbookFolder), examiner: examiner,
      console: Console(settings), shown: options.shown)
    let keys = SingleKeys()
    let leaving = Leaving(keys)
    defer { leaving.restore() }
    var watch = Watch(session, keys: keys)
    try watch.run()
  }
}
