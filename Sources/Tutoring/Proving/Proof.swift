import Exercise
import Foundation

/// Shows of exercises what must hold of every one: the skeleton is untouched, the solution is right, each wrong
/// answer is called by its name. All versions of all of them are built as one program.
package struct Proof: Sendable {
  private let variants: [Variant]
  private let program: URL

  /// Builds every version of `exercises` in `desk`.
  /// - Throws: ``ExerciseError`` with the compiler's first error when one of them does not compile.
  package init(_ exercises: [BookExercise], engine: Engine, desk: URL) throws(ExerciseError) {
    variants = exercises.flatMap(Variant.all)
    program = desk.appendingPathComponent("all")
    var files: [String] = []
    do {
      try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
      for (number, variant) in variants.enumerated() {
        let file = desk.appendingPathComponent("variant\(number).swift")
        try Data(variant.function("variant\(number)").utf8).write(to: file)
        files.append(file.path)
      }
      let main = desk.appendingPathComponent("main.swift")
      try Data(Self.main(variants.count).utf8).write(to: main)
      files.append(main.path)
    } catch {
      throw ExerciseError("\(desk.path) cannot be written: \(error)")
    }
    let outcome = try Child(
      program: engine.compiler.path,
      arguments: engine.arguments(files, program: program.path)
        + ["-suppress-warnings", "-j2"],
      environment: ProcessInfo.processInfo.environment, patience: 600
    ).run()
    guard outcome.end == .exit(0) else {
      let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
      throw ExerciseError(named(output))
    }
  }

  /// What does not hold, a line each.
  package func failures(seeds: [UInt64]) throws(ExerciseError) -> [String] {
    var failures: [String] = []
    for (number, variant) in variants.enumerated() {
      let verdict = try verdict(on: number, seeds: seeds)
      let says =
        "\(verdict.level.rawValue)\(verdict.slip.map { " (\($0))" } ?? ""): \(verdict.message)"
      let name = variant.exercise.folder.name
      switch variant.kind {
      case .skeleton:
        if !verdict.trials.allSatisfy({ $0.finding?.level == .untouched }) {
          failures.append("\(name): the skeleton is not untouched but \(says)")
        }
      case .solution:
        if verdict.level != .right { failures.append("\(name): the solution is \(says)") }
      case .slip(let slip):
        if verdict.slip != slip { failures.append("\(name): \(slip) is taken for \(says)") }
      }
    }
    return failures
  }

  private func verdict(on number: Int, seeds: [UInt64]) throws(ExerciseError) -> Verdict {
    let exercise = variants[number].exercise
    let interview = Interview(exercise.check, seeds: seeds)
    let calls = program.deletingLastPathComponent().appendingPathComponent("calls")
    do {
      try interview.calls.reduce(Data()) { try $0 + Wire.line($1) }.write(to: calls)
    } catch {
      throw ExerciseError("\(calls.path) cannot be written: \(error)")
    }
    let outcome = try Child(
      program: program.path, arguments: ["\(number)"],
      environment: ["SWIFT_BACKTRACE": "enable=no"], input: calls.path
    ).run()
    let printed = String(decoding: outcome.errors, as: UTF8.self)
    return Verdict(
      exercise.name,
      interview.results(Examiner.replies(in: outcome.output), end: "It ended early: \(printed)"),
      printed: printed)
  }

  /// The compiler's output with the names of the versions in the place of their files'.
  private func named(_ output: String) -> String {
    guard let error = output.split(separator: "\n").first(where: { $0.contains(" error: ") }) else {
      return output
    }
    guard let match = error.firstMatch(of: /variant(\d+)\.swift/), let number = Int(match.1) else {
      return String(error)
    }
    return "\(variants[number].exercise.folder.name), \(variants[number].kind): \(error)"
  }

  /// The program's first lines: its argument says which version answers.
  private static func main(_ count: Int) -> String {
    let cases = (0..<count).map { "case \"\($0)\": try serve(variant\($0))" }
    return """
      import Exercise
      switch CommandLine.arguments[1] {
      \(cases.joined(separator: "\n"))
      default: break
      }

      """
  }
}
