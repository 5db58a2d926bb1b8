import Foundation
import Testing
import Tutoring

/// A small class of hostile submissions, from `Tests/Hostile`, and some of them outside of the sandbox: what is refused
/// inside would have succeeded. `make test-hostile` grades them all.
@Suite(.enabled(if: Present.hasSandbox, "no sandbox, or no engine for exercises"))
struct SandboxTests {
  private let desk = URL(fileURLWithPath: "/tmp/sandbox-\(UUID())")

  /// A hostile answer to the exercise `fisher`.
  private func text(_ name: String, with new: String = "", inPlaceOf old: String? = nil) throws
    -> Data
  {
    let file = ProofTests.root.appendingPathComponent("Tests/Hostile/\(name).swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    return Data((old.map { text.replacing($0, with: new) } ?? text).utf8)
  }

  @Test func `Hostile submissions are contained and scored, and reach nobody else`() throws {
    defer { try? FileManager.default.removeItem(at: desk) }
    try FileManager.default.createDirectory(
      at: desk, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let groups = ControlGroups()
    defer { groups?.remove() }
    let exercise = try #require(
      try ExerciseBook(root: ProofTests.root).exercises.first { $0.name == "fisher" })
    let engine = try Engine(root: ProofTests.root).copied(to: desk.appendingPathComponent("engine"))
    try Bubblewrap.proveItWorks(
      engine, desk: desk.appendingPathComponent("first"), groups: groups, with: exercise)
    // Open as Foundation opens what it writes: a program that is started here inherits it.
    let null = open("/dev/null", O_RDONLY)
    defer { close(null) }

    // What two of them look for.
    let server = try Server()
    let others = desk.appendingPathComponent("others-work")
    try Data("the work of another".utf8).write(to: others)
    let socket = try text("socket", with: "\(server.port)", inPlaceOf: "65535")
    let spy = try text(
      "spy", with: others.path,
      inPlaceOf: "/tmp/palimpsest-hostile/class/right/02-ewc/fisher.swift")
    let family = try text("family")
    func message(_ text: Data, _ enclosure: any Enclosure) throws -> String {
      try Examiner(
        engine: engine, enclosure: enclosure, desk: desk.appendingPathComponent("alone"),
        seeds: [1], owner: 64_000
      ).verdict(on: text, of: exercise, path: "it").message
    }
    #expect(try message(socket, NoEnclosure()).contains("connected"))
    #expect(try message(spy, NoEnclosure()).contains("the work of another"))

    // Each with what is said of it.
    let cases: [(name: String, text: Data, level: Level, says: String)] = [
      ("right", Data(exercise.folder.solution.solved.utf8), .right, "All 2 checks pass."),
      ("socket", socket, .broken, "refused"), ("spy", spy, .broken, "nothing"),
      ("family", family, .broken, "too much memory"),
      ("shared", try text("shared"), .broken, "0 segments, no unnamed"),
      ("mount", try text("mount"), .broken, "refused"),
      ("sparse", try text("sparse"), .broken, "refused"),
      ("exit", try text("exit"), .broken, "before it had answered"),
      ("fake", try text("fake"), .untouched, "Still to be written."),
      ("deep", try text("deep"), .shape, "a list of 1: a list of 1"),
      ("search", try text("search"), .broken, "open: 0 1 2 3 4,"),
    ]
    let folder = desk.appendingPathComponent("class")
    for student in cases {
      let file = folder.appendingPathComponent("\(student.name)/\(exercise.folder.file)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try student.text.write(to: file)
    }
    let grades = try Grades(
      Submission.all(in: folder), exercises: [exercise], engine: engine, desk: desk, groups: groups,
      seeds: [1], workers: 2
    ) { _ in }
    for student in cases {
      let verdict = try #require(grades.rows.first { $0.student == student.name }?.verdicts.first)
      #expect(verdict.level == student.level, "\(student.name): \(verdict.message)")
      #expect(verdict.message.contains(student.says), "\(student.name): \(verdict.message)")
    }
    // Where no group can be made, the processes are looked at.
    #expect(
      try message(family, Bubblewrap(engine: engine, user: 64_000)).contains("too much memory"))
  }
}

/// A server on 127.0.0.1 that takes connections and says nothing.
private final class Server {
  let port: UInt16
  private let socket: Int32

  struct Failure: Error {}

  init() throws {
    #if canImport(Darwin)
      socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 4) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else { throw Failure() }
  }

  deinit { close(socket) }
}
