import Foundation
import Testing
import Tutoring

/// The watch as a learner has it: the tool in a terminal, keys and saves from without.
@Suite(.enabled(if: Present.hasTutor, "the tutor or the exercises' engine is not built"))
struct WatchTests {
  private let workbook = FileManager.default.temporaryDirectory.appendingPathComponent(
    "watch-\(UUID())")

  private func watch() throws -> Terminal {
    try Terminal(
      Present.tutor, ["watch", "2", "--workbook", workbook.path, "--seeds", "1", "2"],
      folder: ProofTests.root)
  }

  @Test func `A save is noticed at once, and each key does its work`() throws {
    defer { try? FileManager.default.removeItem(at: workbook) }
    let exercises = try ExerciseBook(root: ProofTests.root).exercises(of: 2)
    let first = exercises[0].folder
    let file = Workbook(workbook).file(first)
    let terminal = try watch()
    defer { terminal.end() }
    _ = try terminal.wait(for: "Still to be written.")
    // The best of three: other tests run beside this one.
    let noticed = try (1...3).map { number in
      try Data("import Theta\n\nlet wrong: Int = \"\(number)\"\n".utf8).write(
        to: file, options: .atomic)
      let seconds = try terminal.wait(for: "Checking…")
      // The compiler's word comes after, with the learner's own file and line.
      _ = try terminal.wait(for: "\(first.name).swift:3:18:")
      _ = try terminal.wait(for: "q quit")
      return seconds
    }
    #expect((noticed.min() ?? .infinity) < 0.3)
    for (key, answer) in [
      ("h", "Hint 1 of"), ("h", "Hint 2 of"), ("l", "▸ · 2.1"), ("s", "s again"),
      ("s", "A solution"), ("x", "x again"), ("x", "kept in"),
    ] {
      terminal.type(key)
      _ = try terminal.wait(for: answer)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == first.solution.skeleton)
    try Data(first.solution.solved.utf8).write(to: file)
    _ = try terminal.wait(for: "checks pass.")
    _ = try terminal.wait(for: "1 of \(exercises.count) done")
    terminal.type("n")
    _ = try terminal.wait(for: exercises[1].folder.statement.title)
    _ = try terminal.wait(for: "q quit")
    #expect(!terminal.showsKeys)
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.showsKeys)
    #expect(Progress(of: Workbook(workbook)).done == [first.name])
  }

  @Test func `Ctrl-C gives the terminal back`() throws {
    defer { try? FileManager.default.removeItem(at: workbook) }
    let terminal = try watch()
    defer { terminal.end() }
    _ = try terminal.wait(for: "q quit")
    terminal.interrupt()
    #expect(terminal.end() == SIGINT)
    #expect(terminal.showsKeys)
  }

  @Test(
    arguments: [
      ([:], false), (["TERM": "dumb"], false), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "xterm"], true),
    ] as [([String: String], Bool)])
  func `Escape sequences are sent only to a terminal that knows them`(
    variables: [String: String], areSent: Bool
  ) throws {
    defer { try? FileManager.default.removeItem(at: workbook) }
    let terminal = try Terminal(
      Present.tutor, ["watch", "2", "--workbook", workbook.path, "--seeds", "1", "2"],
      folder: ProofTests.root, variables: variables)
    _ = try terminal.wait(for: "q quit")
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.all.contains("\u{1B}") == areSent)
  }
}
