import Foundation
import Testing
import Tutoring

/// What is said of an answer when the compiler is at fault, and where it works.
@Suite struct CompilerTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "compiler-\(UUID())")
  private let exercise: BookExercise

  init() throws {
    exercise = try #require(try ExerciseBook(root: ProofTests.root).exercises.first)
  }

  /// The verdict on `text` of an examiner whose compiler is a shell script.
  private func verdict(_ script: String, on text: String, patience: Double = 60) throws -> Verdict {
    defer { try? FileManager.default.removeItem(at: folder) }
    let modules = folder.appendingPathComponent(".build/exercise/Modules")
    try FileManager.default.createDirectory(at: modules, withIntermediateDirectories: true)
    try Data().write(to: modules.appendingPathComponent("Exercise.swiftmodule"))
    let compiler = folder.appendingPathComponent("swiftc")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: compiler)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: compiler.path)
    let engine = try Engine(root: folder, searchPath: folder.path)
    var examiner = Examiner(engine: engine, desk: folder.appendingPathComponent("desk"), seeds: [1])
    examiner.patience.compiler = patience
    return try examiner.verdict(on: Data(text.utf8), of: exercise, path: "workbook/x.swift")
  }

  @Test(
    arguments: [
      ("kill -ILL $$", 4), ("exit 139", 11),
      (
        "echo 'error: compile command failed due to signal 6 (use -v to see invocation)' >&2; exit 1",
        6
      ),
      (
        "echo 'clang: error: linker command failed due to signal (use -v to see invocation)'; exit 254",
        nil
      ),
    ])
  func `A compiler that crashes is said to have crashed, and the answer is not broken`(
    script: String, signal: Int?
  ) throws {
    let verdict = try verdict(script, on: "let x = 1\n")
    #expect(verdict.level == .unchecked)
    let words = signal.map { "crashed (signal \($0))." } ?? "crashed."
    #expect(verdict.message.contains("the Swift compiler \(words)"))
  }

  @Test func `A compiler that does not come to an end says nothing about the answer`() throws {
    let verdict = try verdict("exec sleep 60", on: "let x = 1\n", patience: 0.2)
    #expect(verdict.level == .unchecked && verdict.message.contains("was stopped after"))
    #expect(try self.verdict("yes", on: "let x = 1\n").level == .unchecked)
  }

  @Test func `An answer that speaks of a crash is broken all the same`() throws {
    let text = "// error: compile command failed due to signal 6"
    let complaint = "\(exercise.name).swift:1:1: error: it is wrong\n 1 | \(text)"
    let verdict = try verdict("printf '%s\n' '\(complaint)'; exit 1", on: text)
    #expect(verdict.level == .broken)
  }

  @Test func `A compiler that refuses is believed`() throws {
    #expect(try verdict("echo 'error: no' >&2; exit 1", on: "let x = 1\n").level == .broken)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `An error is shown with its own line, whatever the line ends`(end: String) throws {
    let lines = ["import Nothing", "let a = 1", "let b = 2", ""]
    for number in [1, 3] {
      let complaint = "echo '\(exercise.name).swift:\(number):5: error: it is wrong'; exit 1"
      let verdict = try verdict(complaint, on: lines.joined(separator: end))
      let shown = "  \(number) │ \(lines[number - 1])\n    │     ^"
      #expect(verdict.message == "workbook/x.swift:\(number):5: it is wrong\n" + shown)
    }
  }

  @Test func `An untouched exercise is untouched with any line ends`() throws {
    let given = exercise.folder.solution.skeleton.replacing("\n", with: "\r\n")
    #expect(try verdict("exit 1", on: given).level == .untouched)
  }

  @Test(
    .enabled(if: Present.hasEngine, "the exercises' engine is not built"),
    arguments: [
      ("return try deep(n + 1)", "calls itself without end"),
      ("return try deep(n + 1) + 1", "calls itself without end"),
      ("return UnsafePointer<Int>(bitPattern: 8)!.pointee", "The program crashed (signal 11)."),
    ])
  func `A function that calls itself without end is called that, and no other crash is`(
    body: String, words: String
  ) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let examiner = Examiner(engine: try Engine(root: ProofTests.root), desk: folder, seeds: [1])
    let text =
      exercise.folder.solution.skeleton.replacing(
        "throw Todo()", with: "_ = try deep(0); throw Todo()")
      + "\n@inline(never) func deep(_ n: Int) throws -> Int { \(body) }\n"
    let verdict = try examiner.verdict(on: Data(text.utf8), of: exercise, path: "workbook/x.swift")
    #expect(verdict.level == .broken)
    #expect(verdict.message.contains(words), "\(verdict.message)")
  }

  @Test(
    .enabled(if: Present.hasEngine, "the exercises' engine is not built"),
    arguments: ["José 桌面", "it's \"quoted\" #%$"])
  func `A right answer is right wherever the clone lies`(name: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = folder.appendingPathComponent(name)
    let examiner = Examiner(engine: try Engine(root: ProofTests.root), desk: desk, seeds: [1, 2])
    let solved = Data(exercise.folder.solution.solved.utf8)
    let verdict = try examiner.verdict(on: solved, of: exercise, path: "workbook/x.swift")
    #expect(verdict.level == .right, "\(verdict.message)")
  }
}
