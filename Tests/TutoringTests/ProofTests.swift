import CLCore
import Foundation
import Testing
import Tutoring

/// What must hold of every exercise of the book.
@Suite struct ProofTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `Names are unique, every folder has its check and every check its folder`() throws {
    let book = try ExerciseBook(root: Self.root)
    let names = book.exercises.map(\.name)
    #expect(Set(names).count == names.count)
    let folder = Self.root.appendingPathComponent("Exercises")
    let chapters = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.first?.isNumber == true
    }
    let places = try chapters.flatMap { chapter in
      try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(chapter).path
      )
      .map { "\(chapter)/\($0)" }
    }
    let known = book.exercises.map { "\($0.folder.chapter)/\($0.name)" }
    #expect(Set(places) == Set(known))
    // The list that the pages read, `place section` a line, gives the order; what it lacks comes last.
    let list = try String(
      contentsOf: folder.appendingPathComponent("contents.txt"), encoding: .utf8)
    let listed = list.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(listed == Array(known.prefix(listed.count)))
  }

  @Test func `The wrong answers with a name are those that the check knows, at least three`() throws
  {
    for exercise in try ExerciseBook(root: Self.root).exercises {
      let written = Set(exercise.folder.wrongAnswers.all.map(\.name))
      #expect(written == Interview(exercise.check, seeds: [1, 2]).slips, "\(exercise.name)")
      #expect(written.count >= 3, "\(exercise.name)")
    }
  }

  @Test func `Skeleton and solution are equal outside the marks`() throws {
    for exercise in try ExerciseBook(root: Self.root).exercises {
      let parts = exercise.folder.solution
      let skeleton = parts.skeleton.split(separator: "\n", omittingEmptySubsequences: false)
      let solved = parts.solved.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(skeleton.prefix(parts.before.count) == solved.prefix(parts.before.count))
      #expect(skeleton.suffix(parts.after.count) == solved.suffix(parts.after.count))
      #expect(skeleton.count == parts.before.count + 2 + parts.after.count)
      #expect(!parts.skeleton.contains("SOLUTION"))
    }
  }

  /// The engine is built by `Scripts/exercise` and `Scripts/test`.
  @Test(.enabled(if: (try? Engine(root: root)) != nil, "the exercises' engine is not built"))
  func `Skeletons are untouched, solutions right, and wrong answers called by name`() throws {
    let desk = FileManager.default.temporaryDirectory.appendingPathComponent("proof-\(UUID())")
    defer { try? FileManager.default.removeItem(at: desk) }
    let book = try ExerciseBook(root: Self.root)
    let proof = try Proof(book.exercises, engine: Engine(root: Self.root), desk: desk)
    let failures = try proof.failures(seeds: [1, 2])
    #expect(failures == [])
  }
}
