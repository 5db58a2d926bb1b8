import Foundation
import Testing
import Tutoring

/// What of a student's folder is read, and what is refused.
@Suite struct SubmissionTests {
  private let folder: URL
  private let exercise: ExerciseFolder

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("class-\(UUID())")
    exercise = try #require(try ExerciseBook(root: ProofTests.root).exercises.first).folder
  }

  /// The paper of a student whose folder is filled by `fill`.
  private func paper(_ fill: (URL) throws -> Void) throws -> Submission.Paper {
    defer { try? FileManager.default.removeItem(at: folder) }
    let student = folder.appendingPathComponent("student")
    try FileManager.default.createDirectory(
      at: student.appendingPathComponent(exercise.chapter), withIntermediateDirectories: true)
    try fill(student)
    return try #require(try Submission.all(in: folder).first).paper(exercise)
  }

  private func isRefused(_ paper: Submission.Paper) -> Bool {
    if case .refused = paper { true } else { false }
  }

  @Test func `A text is read, in the folder itself or in its workbook`() throws {
    let text = Data("let x = 1\n".utf8)
    #expect(
      try paper { try text.write(to: $0.appendingPathComponent(exercise.file)) } == .text(text))
    #expect(
      try paper {
        let inner = $0.appendingPathComponent("workbook/\(exercise.chapter)")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try text.write(to: $0.appendingPathComponent("workbook/\(exercise.file)"))
      } == .text(text))
  }

  @Test func `What is not there is missing`() throws {
    #expect(try paper { _ in } == .missing)
  }

  @Test func `A link is not followed, be it the file or its folder`() throws {
    #expect(
      isRefused(
        try paper {
          try FileManager.default.createSymbolicLink(
            at: $0.appendingPathComponent(exercise.file),
            withDestinationURL: URL(fileURLWithPath: "/etc/hosts"))
        }))
    #expect(
      isRefused(
        try paper {
          let chapter = $0.appendingPathComponent(exercise.chapter)
          try FileManager.default.removeItem(at: chapter)
          try FileManager.default.createSymbolicLink(
            at: chapter, withDestinationURL: URL(fileURLWithPath: "/etc"))
        }))
  }

  @Test func `Noise, a folder, a pipe and what is too long are refused`() throws {
    let noises = [
      Data([0xFF, 0xFE, 0x00]), Data("a\u{0}b".utf8), Data(repeating: 65, count: 300_000),
    ]
    for noise in noises {
      #expect(
        isRefused(try paper { try noise.write(to: $0.appendingPathComponent(exercise.file)) }))
    }
    #expect(
      isRefused(
        try paper {
          try FileManager.default.createDirectory(
            at: $0.appendingPathComponent(exercise.file), withIntermediateDirectories: true)
        }))
    #expect(isRefused(try paper { mkfifo($0.appendingPathComponent(exercise.file).path, 0o600) }))
  }

  @Test func `What is no folder, or has a name that is no UTF-8, is told and not passed over`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("student"), withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("list.txt"))
    let name = Array("\(folder.path)/".utf8CString.dropLast()) + [-1, -2, 0]  // 0xFF 0xFE
    #expect(mkdir(name, 0o755) == 0)
    var leftOut: [String] = []
    let found = try Submission.all(in: folder) { leftOut.append($0) }
    #expect(found.map(\.student) == ["student"])
    #expect(leftOut.count == 2 && leftOut.contains("list.txt"))
  }

  @Test func `A folder without students is an error that says so`() throws {
    #expect(throws: ExerciseError.self) { try Submission.all(in: folder) }
  }
}
