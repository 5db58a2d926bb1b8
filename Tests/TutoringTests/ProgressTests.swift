import Foundation
import Testing
import Tutoring

@Suite struct ProgressTests {
  @Test func `What is written is read again`() {
    var progress = Progress()
    progress.finish("fisher")
    progress.current = "penalty"
    #expect(Progress(progress.text) == progress)
  }

  @Test func `Names that the book does not know are kept, and the order means nothing`() {
    let progress = Progress("at later\ndone from-another-book\nnonsense\ndone fisher\n")
    #expect(progress.done == ["fisher", "from-another-book"])
    #expect(progress == Progress("done fisher\nat later\ndone from-another-book"))
    #expect(progress.text.contains("done from-another-book"))
  }

  @Test func `A file of noise is no progress`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let workbook = Workbook(folder)
    #expect(Progress(of: workbook) == Progress())
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data([0xFF, 0x00, 0xC3]).write(to: workbook.progress)
    #expect(Progress(of: workbook) == Progress())
  }

  @Test func `It goes on where it was left, else at the first that is not done`() throws {
    let exercises = try ExerciseBook(root: ProofTests.root).exercises(of: 2)
    var progress = Progress()
    #expect(progress.start(among: exercises) == 0)
    progress.current = exercises[1].name
    #expect(progress.start(among: exercises) == 1)
    progress.finish(exercises[1].name)
    #expect(progress.start(among: exercises) == 0)
    for exercise in exercises { progress.finish(exercise.name) }
    #expect(progress.start(among: exercises) == 0)
  }

  @Test func `A reset leaves the skeleton, and preparing leaves what is there`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let workbook = Workbook(folder)
    let exercise = try ExerciseBook(root: ProofTests.root).exercises[0].folder
    try workbook.prepare([exercise])
    #expect(
      try String(contentsOf: workbook.file(exercise), encoding: .utf8) == exercise.solution.skeleton
    )
    try Data("mine".utf8).write(to: workbook.file(exercise))
    try workbook.prepare([exercise])
    #expect(try String(contentsOf: workbook.file(exercise), encoding: .utf8) == "mine")
    try workbook.reset(exercise)
    #expect(
      try String(contentsOf: workbook.file(exercise), encoding: .utf8) == exercise.solution.skeleton
    )
  }
}
