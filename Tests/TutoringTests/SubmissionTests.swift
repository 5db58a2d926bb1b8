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

  /// A student's folder with these files, and what is found of the exercise in it.
  private func paper(_ files: [String: String]) throws -> Submission.Paper {
    try paper { student in
      for (name, text) in files {
        let file = student.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }
  }

  @Test(arguments: ["", "workbook/"])
  func `One folder around the workbook is looked through`(inner: String) throws {
    let place = "my submission/\(inner)\(exercise.file)"
    #expect(try paper([place: "x", "__MACOSX/\(exercise.file)": "y"]) == .text(Data("x".utf8)))
    let twice = try paper([place: "x", "second/\(exercise.file)": "y"])
    guard case .elsewhere(let message) = twice else { throw ExerciseError("\(twice)") }
    #expect(message.contains(place) && message.contains("second/\(exercise.file)"))
  }

  @Test func `What lies elsewhere is named, and so is an archive`() throws {
    let (chapter, name) = (exercise.chapter, exercise.name)
    let places = [
      "\(name).swift", "\(chapter.uppercased())/\(name).swift", "\(chapter)/\(name) (1).swift",
      "\(chapter)/\(name.capitalized).swift", "\(chapter)/\(name).swift.txt",
      "a/b/c/\(name)-2.swift",
      "zoe_12_345_\(name).swift", "workbook.zip", "a/\(chapter).tar.gz",
    ]
    for place in places {
      let found = try paper([place: "x"])
      guard case .elsewhere(let message) = found else { throw ExerciseError("\(place): \(found)") }
      #expect(message.contains(place))
    }
    for place in ["\(chapter)/another.swift", "__MACOSX/\(name).swift", ".\(name).swift"] {
      #expect(try paper([place: "x"]) == .missing)
    }
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
    let found = try Submission.all(in: folder) { name, _ in leftOut.append(name) }
    #expect(found.map(\.student) == ["student"])
    #expect(leftOut.count == 2 && leftOut.contains("list.txt"))
  }

  @Test func `What archivers make is no student, nor is an archive or a part of a workbook`() throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["__MACOSX", "student", "workbook", exercise.chapter] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try Data().write(to: folder.appendingPathComponent("zoe.zip"))
    var reasons: [String: String] = [:]
    func all() throws -> [Submission] {
      try Submission.all(in: folder, chapters: [exercise.chapter]) { reasons[$0] = $1 }
    }
    #expect(try all().map(\.student) == ["student"])
    #expect(Set(reasons.keys) == ["workbook", exercise.chapter, "zoe.zip"])
    #expect(reasons["zoe.zip"]?.contains("unpack it first") == true)
    try FileManager.default.removeItem(at: folder.appendingPathComponent("student"))
    #expect {
      try all()
    } throws: {
      "\($0)".contains("one student's workbook")
    }
    for name in ["workbook", exercise.chapter] {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    #expect {
      try all()
    } throws: {
      "\($0)".contains("Unpack the archives first")
    }
  }

  @Test func `A folder without students is an error that says so`() throws {
    #expect(throws: ExerciseError.self) { try Submission.all(in: folder) }
  }
}
