import ArgumentParser
import Foundation
import Lessons
import Tutoring

/// For authors: shows that skeleton, solution and wrong answers of exercises are told apart.
struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "For authors: skeletons are untouched, solutions right, wrong answers called by name."
  )

  @OptionGroup var options: BookOptions

  @Argument(help: "The exercises' names; all when left out.")
  var names: [String] = []

  func run() throws {
    let all = try ExerciseBook(root: options.root).exercises
    if let unknown = names.first(where: { name in !all.contains { $0.name == name } }) {
      throw ExerciseError(
        "There is no exercise \(unknown). There are: \(all.map(\.name).joined(separator: ", ")).")
    }
    let exercises = all.filter { names.isEmpty || names.contains($0.name) }
    let proof = try Proof(
      exercises, engine: Engine(root: options.root), desk: options.desk("prove"))
    let failures = try proof.failures(seeds: options.drawnSeeds)
    for failure in failures { StandardStream.output.line("✗ \(failure)") }
    guard failures.isEmpty else { throw ExitCode(1) }
    StandardStream.output.line("✓ All versions of \(exercises.count) exercises are told apart.")
  }
}
