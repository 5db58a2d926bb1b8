import Exercise
import Foundation
import Lessons

/// Takes an answer from its text to a verdict.
package struct Examiner: Sendable {
  let engine: Engine
  let enclosure: any Enclosure
  /// Folder for what is built, one for each examiner that runs at a time.
  let desk: URL
  /// The seeds that the numbers are drawn from.
  let seeds: [UInt64]
  /// The user to whom the folders are given, when we are root and the programs are not.
  let owner: Int?
  /// Seconds for the compiler and for the program.
  package var patience = (compiler: 60.0, program: 10.0)

  /// An examiner whose programs are made in `desk`.
  package init(
    engine: Engine, enclosure: any Enclosure = NoEnclosure(), desk: URL, seeds: [UInt64],
    owner: Int? = nil
  ) {
    self.engine = engine
    self.enclosure = enclosure
    self.desk = desk
    self.seeds = seeds
    self.owner = owner
  }

  /// Builds and runs `text`, the learner's file of `exercise` as it is shown as `path`.
  /// - Throws: ``ExerciseError`` when the desk cannot be written or the compiler cannot start.
  package func verdict(on text: Data, of exercise: BookExercise, path: String) throws(ExerciseError)
    -> Verdict
  {
    let names = exercise.check.trials.map(\.name)
    // As it was given, with whatever line ends: nothing need be compiled to say so.
    let given = exercise.folder.solution.skeleton
    if String(decoding: text, as: UTF8.self).sourceLines == given.sourceLines {
      return Verdict(exercise.name, .untouched, "Still to be written.", names: names)
    }
    let folder = desk.appendingPathComponent(exercise.name)
    let interview = Interview(exercise.check, seeds: seeds)
    try lay(out: text, exercise, interview.calls, in: folder)
    let start = Date()
    let compiled = try compile(exercise, in: folder)
    let compilerTime = Date().timeIntervalSince(start)
    var verdict: Verdict
    if let crash = crash(of: compiled, path) {
      verdict = Verdict(exercise.name, .unchecked, crash, names: names)
    } else if let message = complaint(
      of: compiled, exercise, path, String(decoding: text, as: UTF8.self))
    {
      verdict = Verdict(exercise.name, .broken, message, names: names)
    } else {
      let outcome = try run(folder)
      verdict = Verdict(
        exercise.name,
        interview.results(Self.replies(in: outcome.output), end: Self.words(outcome)),
        printed: String(decoding: outcome.errors.prefix(4000), as: UTF8.self))
    }
    verdict.seconds = (compilerTime, Date().timeIntervalSince(start) - compilerTime)
    return verdict
  }

  private func lay(out text: Data, _ exercise: BookExercise, _ calls: [Call], in folder: URL)
    throws(ExerciseError)
  {
    do {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if let owner, geteuid() == 0 { chown(folder.path, uid_t(owner), gid_t(owner)) }
      try text.write(to: folder.appendingPathComponent("\(exercise.name).swift"))
      try Data(exercise.folder.probe.utf8).write(to: folder.appendingPathComponent("Probe.swift"))
      try Data("import Exercise\n\ntry serve(answer)\n".utf8).write(
        to: folder.appendingPathComponent("main.swift"))
      try calls.reduce(Data()) { try $0 + Wire.line($1) }.write(
        to: folder.appendingPathComponent("calls"))
    } catch {
      throw ExerciseError("\(folder.path) cannot be written: \(error)")
    }
  }

  private func compile(_ exercise: BookExercise, in folder: URL) throws(ExerciseError)
    -> Child.Outcome
  {
    let sources = ["\(exercise.name).swift", "Probe.swift", "main.swift"].map {
      folder.appendingPathComponent($0).path
    }
    let command =
      [engine.compiler.path]
      + engine.arguments(sources, program: folder.appendingPathComponent("answer").path)
    let temporary = try CompilerFolder(near: folder)
    defer { temporary.remove() }
    var child = child(command, folder, patience.compiler)
    for name in ["HOME", "TMPDIR"] { child.environment[name] = temporary.path }
    return try enclosure.run(child, folder: folder, kind: .compiler)
  }

  private func run(_ folder: URL) throws(ExerciseError) -> Child.Outcome {
    var child = child([folder.appendingPathComponent("answer").path], folder, patience.program)
    child.input = folder.appendingPathComponent("calls").path
    return try enclosure.run(child, folder: folder, kind: .program)
  }

  private func child(_ command: [String], _ folder: URL, _ patience: Double) -> Child {
    Child(
      program: command[0], arguments: Array(command.dropFirst()),
      environment: ChildProcess.environment([
        "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        "HOME": folder.path, "TMPDIR": folder.path,
      ]),
      patience: patience)
  }

  /// What is said when the compiler itself, or a process that it has started, was ended by a signal or stopped by us: it
  /// is no word on the answer.
  private func crash(of outcome: Child.Outcome, _ path: String) -> String? {
    let said = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    // At the beginning of a line: an answer that is complained about is quoted, too.
    let failure = /(?m)^(<unknown>:0: |[a-z+-]+: )?error: [a-z ]*failed due to signal ?(\d*)/
    let reason: String? =
      switch outcome.end {
      case .signal(let number): "crashed (signal \(number))"
      // A shell and bubblewrap report a signal by such a code.
      case .exit(let code) where code > 128 && code < 160: "crashed (signal \(code - 128))"
      case .exit:
        said.firstMatch(of: failure).map { $0.2.isEmpty ? "crashed" : "crashed (signal \($0.2))" }
      case .tooLate: "was stopped after \(Int(patience.compiler)) s"
      case .tooBig: "was stopped, for it took too much memory"
      case .tooMuch: "was stopped, for it printed too much"
      }
    return reason.map {
      "\(path): could not be checked: the Swift compiler \($0). That says nothing about your answer. "
        + "Another way to write it may help; swiftc --version says which compiler it is."
    }
  }

  /// What the compiler has to complain about, with the learner's own file and line; nil when it made a program.
  private func complaint(
    of outcome: Child.Outcome, _ exercise: BookExercise, _ path: String, _ text: String
  )
    -> String?
  {
    if outcome.end == .exit(0) { return nil }
    let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    if let own = Diagnosis.first(in: output, file: "\(exercise.name).swift") {
      return "\(path):\(own.line):\(own.column): \(own.message)\n" + own.excerpt(of: text)
    }
    if let other = Diagnosis.first(in: output, file: "Probe.swift") {
      return
        "\(path): the function cannot be called as the exercise asks (\(other.message)). Its name, its parameters and its result stay as given."
    }
    let said = output.split(whereSeparator: \.isNewline)
    let first = said.first { $0.contains("error: ") } ?? said.last ?? "it said nothing"
    return "\(path): the compiler failed: \(first)"
  }

  static func replies(in output: Data) -> [Reply] {
    var replies: [Reply] = []
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let reply = try? Wire.decoder.decode(Reply.self, from: line) else { break }
      replies.append(reply)
    }
    return replies
  }

  /// How a program ended that owes a reply.
  private static func words(_ outcome: Child.Outcome) -> String {
    let said = String(decoding: outcome.errors.suffix(4000), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    if said.contains(where: { $0 == EndlessRecursion.words }) {
      return "The program ended. \(EndlessRecursion.words)"
    }
    let last =
      said.last { $0.contains("Fatal error") || $0.hasPrefix("Palimpsest: ") }.map {
        ": \($0.trimmed)"
      } ?? ""
    return switch outcome.end {
    // A shell and bubblewrap report a signal by such a code.
    case .exit(let code) where code > 128 && code < 160:
      "The program crashed (signal \(code - 128))\(last)."
    case .exit(let code): "The program ended (exit code \(code)) before it had answered\(last)."
    case .signal(let number): "The program crashed (signal \(number))\(last)."
    case .tooLate: "The program was stopped: it took too long. Is there a loop without an end?"
    case .tooMuch: "The program was stopped: it printed too much."
    case .tooBig: "The program was stopped: with all that it had started it took too much memory."
    }
  }
}
