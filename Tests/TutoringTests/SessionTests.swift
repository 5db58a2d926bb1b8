import Foundation
import Lessons
import Testing
import Tutoring

/// What the learner sees and what the keys do, in a workbook of its own.
@Suite(
  .enabled(if: (try? Engine(root: ProofTests.root)) != nil, "the exercises' engine is not built"))
struct SessionTests {
  /// What has been shown.
  private final class Screen {
    var text = ""
  }
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "session-\(UUID())")

  /// A session on chapter 2 and its screen.
  private func session() throws -> (Session, Screen) {
    let screen = Screen()
    let examiner = Examiner(
      engine: try Engine(root: ProofTests.root), desk: folder.appendingPathComponent("desk"),
      seeds: [1, 2])
    let session = Session(
      try ExerciseBook(root: ProofTests.root).exercises(of: 2),
      workbook: Workbook(folder.appendingPathComponent("workbook")), examiner: examiner,
      console: Console(columns: 80) { screen.text += $0 }, shown: \.lastPathComponent)
    return (session, screen)
  }

  @Test func `It opens with the task, and h shows one hint more each time`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var (session, screen) = try session()
    try session.open()
    #expect(screen.text.contains(session.exercise.folder.statement.title))
    #expect(screen.text.contains("Still to be written."))
    #expect(try session.take("h"))
    #expect(screen.text.contains("Hint 1") && !screen.text.contains("Hint 2"))
    #expect(try session.take("h"))
    #expect(screen.text.contains("Hint 2"))
  }

  @Test func `The solution waits until it is asked for twice`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var (session, screen) = try session()
    try session.open()
    let first = try #require(session.exercise.folder.solution.solution.first)
    #expect(try session.take("s") && session.take("h") && session.take("s"))
    #expect(!screen.text.contains(first))
    #expect(try session.take("s"))
    #expect(screen.text.contains(first))
  }

  @Test func `A right answer is noted, and only n goes on`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var (session, screen) = try session()
    try session.open()
    let exercise = session.exercise
    try Data(exercise.folder.solution.solved.utf8).write(to: session.file)
    try session.check()
    #expect(screen.text.contains("checks pass."))
    #expect(session.exercise.name == exercise.name)
    let workbook = Workbook(folder.appendingPathComponent("workbook"))
    #expect(Progress(of: workbook).done == [exercise.name])
    #expect(try session.take("n"))
    #expect(session.exercise.name != exercise.name)
  }

  @Test func `A reset is asked for twice and keeps the code beside the file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var (session, _) = try session()
    try session.open()
    try Data("mine".utf8).write(to: session.file)
    #expect(try session.take("x"))
    #expect(try String(contentsOf: session.file, encoding: .utf8) == "mine")
    #expect(try session.take("x"))
    let skeleton = session.exercise.folder.solution.skeleton
    #expect(try String(contentsOf: session.file, encoding: .utf8) == skeleton)
    #expect(
      try String(contentsOf: session.file.appendingPathExtension("old"), encoding: .utf8) == "mine")
  }

  @Test func `q leaves, and an unknown key does nothing`() throws {
    var (session, screen) = try session()
    #expect(try session.take("z"))
    #expect(screen.text.isEmpty)
    #expect(try !session.take("q"))
  }
}
