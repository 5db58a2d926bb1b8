import ArgumentParser
import Foundation
import Lessons
import Tutoring

/// Checks exercises once, for scripts: the exit code is 0 only if all are right.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the exercises of a chapter, or all, and write output/check.json.")

  @OptionGroup var options: BookOptions

  @Argument(help: "The chapter; all when left out.")
  var chapter: Int?

  func run() throws {
    let book = try ExerciseBook(root: options.root)
    let exercises = try book.exercises(of: chapter)
    let workbook = Workbook(options.workbookFolder)
    try workbook.prepare(exercises.map(\.folder))
    let seeds = options.drawnSeeds
    let round = try Round(
      exercises, of: workbook, engine: Engine(root: options.root), desk: options.desk("check"),
      seeds: seeds, shown: options.shown
    ) { StandardStream.output.line(Telling.line($0.exercise, $0.verdict)) }
    let report = Report(round.entries, seeds: seeds)
    let file = options.output.appendingPathComponent("check.json")
    try report.write(to: file)
    let total = Telling.total(round.entries.map(\.verdict))
    StandardStream.output.line("\(total) More in \(options.shown(file)).")
    if !report.passed { throw ExitCode(1) }
  }
}
