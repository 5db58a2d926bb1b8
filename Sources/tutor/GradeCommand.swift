import ArgumentParser
import Foundation
import Lessons
import Tutoring

/// Checks a class: each submission is built and run in a sandbox.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Check a folder of submissions, one folder a student, in a sandbox.")

  @OptionGroup var options: BookOptions

  @Argument(help: "The folder that holds a folder for each student.")
  var submissions: String

  @Option(help: "The chapter; all when left out.")
  var chapter: Int?

  @Option(help: "Submissions checked at a time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if submissions.isEmpty {
      throw ValidationError("Which submissions? SUBMISSIONS=folder, with one folder a student.")
    }
  }

  func run() throws {
    let book = try ExerciseBook(root: options.root)
    let exercises = try book.exercises(of: chapter)
    let engine = try Engine(root: options.root)
    try Bubblewrap.look()
    let all = try Submission.all(
      in: URL(fileURLWithPath: submissions), chapters: Set(book.exercises.map(\.folder.chapter))
    ) { name, reason in
      StandardStream.output.line("Left out: \(Self.line(name)), for \(reason).")
    }
    // The sandbox's user reads what we write.
    umask(0o022)
    let desk = URL(fileURLWithPath: "/tmp/palimpsest-grade-\(UUID())")
    try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    let groups = ControlGroups()
    if groups == nil {
      StandardStream.output.line(
        "No control group can be made here: memory is counted by looking at the processes.")
    }
    let tidy = { @Sendable in
      try? FileManager.default.removeItem(at: desk)
      groups?.remove()
    }
    defer { tidy() }
    let leaving = Leaving(nil, tidy: tidy)
    defer { leaving.restore() }
    let shared = try engine.copied(to: desk.appendingPathComponent("engine"))
    try Bubblewrap.proveItWorks(
      shared, desk: desk.appendingPathComponent("first"), groups: groups, with: exercises[0])
    let start = Date()
    let total = exercises.reduce(0) { $0 + $1.check.trials.count }
    let grades = try Grades(
      all, exercises: exercises, engine: shared, desk: desk, groups: groups,
      seeds: options.drawnSeeds, workers: max(1, workers)
    ) { row in
      StandardStream.output.line("\(Self.line(row.student)): \(row.score) of \(total)")
      for (exercise, verdict) in zip(exercises, row.verdicts) where verdict.level == .unchecked {
        StandardStream.output.line("  \(Self.line(Telling.line(exercise, verdict)))")
      }
    }
    try grades.write(to: options.output)
    let seconds = Int(Date().timeIntervalSince(start).rounded())
    StandardStream.output.line(
      "\(grades.rows.count) submissions in \(seconds) s: \(options.shown(options.output))/grades.html, .csv and .json; grades-moodle.csv and grades-canvas.csv to import there"
    )
  }

  /// A name as it is shown, in one line.
  private static func line(_ name: String) -> String {
    name.printable.replacing("\n", with: " ")
  }
}
