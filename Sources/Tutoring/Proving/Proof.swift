import Exercise
import Foundation
import Lessons

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
      // Two files for two cores: with a file for each, every one would be read for every other.
      for half in 0..<2 {
        let own = variants.enumerated().filter { $0.offset % 2 == half }
        let imports = Set(own.flatMap(\.element.imports)).sorted().joined(separator: "\n")
        let functions = own.map { $0.element.function("variant\($0.offset)") }.joined()
        let file = desk.appendingPathComponent("half\(half).swift")
        try Data("\(imports)\nimport Exercise\n\(functions)".utf8).write(to: file)
        files.append(file.path)
      }
      let main = desk.appendingPathComponent("main.swift")
      try Data(Self.main(variants.count).utf8).write(to: main)
      files.append(main.path)
    } catch {
      throw ExerciseError("\(desk.path) cannot be written: \(error)")
    }
    let temporary = try CompilerFolder(near: desk)
    defer { temporary.remove() }
    let environment = ChildProcess.environment().merging(["TMPDIR": temporary.path]) { $1 }
    let outcome = try Child(
      program: engine.compiler.path,
      arguments: engine.arguments(files, program: program.path)
        + ["-suppress-warnings", "-j2"],
      environment: environment, patience: 600
    ).run()
    guard outcome.end == .exit(0) else {
      let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
      throw ExerciseError(named(output))
    }
  }

  /// What does not hold, a line each.
  ///
  /// All versions answer in one process: to start one for each takes longer than all that they do.
  /// - Throws: ``ExerciseError`` when the calls cannot be written or the program cannot start.
  package func failures(seeds: [UInt64]) throws(ExerciseError) -> [String] {
    let interviews = variants.map { Interview($0.exercise.check, seeds: seeds) }
    let calls = program.deletingLastPathComponent().appendingPathComponent("calls")
    do {
      var lines = Data()
      for (number, interview) in interviews.enumerated() {
        for call in interview.calls {
          lines += try Wire.line(Call("\(number) \(call.function)", call.arguments))
        }
      }
      try lines.write(to: calls)
    } catch {
      throw ExerciseError("\(calls.path) cannot be written: \(error)")
    }
    let outcome = try Child(
      program: program.path, environment: ["SWIFT_BACKTRACE": "enable=no"], input: calls.path,
      patience: 120, mostOutput: 1 << 26
    ).run()
    var replies = Examiner.replies(in: outcome.output)[...]
    let end =
      "the program ended early: \(String(decoding: outcome.errors.suffix(500), as: UTF8.self))"
    var failures: [String] = []
    for (variant, interview) in zip(variants, interviews) {
      let own = Array(replies.prefix(interview.calls.count))
      replies = replies.dropFirst(interview.calls.count)
      let verdict = Verdict(
        variant.exercise.name, interview.results(own, end: end), printed: "")
      if let failure = Self.failure(variant, verdict) { failures.append(failure) }
    }
    return failures
  }

  /// What does not hold of a version; nil when all does.
  private static func failure(_ variant: Variant, _ verdict: Verdict) -> String? {
    let name = variant.exercise.name
    let slip = verdict.slip.map { " (\($0))" } ?? ""
    let says = "\(verdict.level.rawValue)\(slip): \(verdict.message)"
    switch variant.kind {
    case .skeleton where !verdict.trials.allSatisfy { $0.finding?.level == .untouched }:
      return "\(name): the skeleton is not untouched but \(says)"
    case .solution where verdict.level != .right:
      return "\(name): the solution is \(says)"
    case .slip(let slip) where verdict.slip != slip:
      return "\(name): \(slip) is taken for \(says)"
    default: return nil
    }
  }

  /// The compiler's output with the names of the versions in the place of their files'.
  private func named(_ output: String) -> String {
    guard
      let error = output.split(whereSeparator: \.isNewline).first(where: { $0.contains(" error: ") }
      )
    else {
      return output
    }
    guard let match = error.firstMatch(of: /variant(\d+)\.swift/), let number = Int(match.1) else {
      return String(error)
    }
    return "\(variants[number].exercise.folder.name), \(variants[number].kind): \(error)"
  }

  /// The program's first lines: a call's function begins with the number of the version that answers.
  private static func main(_ count: Int) -> String {
    let cases = (0..<count).map { "  case \"\($0)\": return try variant\($0)(own)" }
    return """
      import Exercise
      try serve { call in
        let parts = call.function.split(separator: " ", maxSplits: 1)
        let own = Call(String(parts[1]), call.arguments)
        switch parts[0] {
      \(cases.joined(separator: "\n"))
        default: throw Todo()
        }
      }

      """
  }
}
