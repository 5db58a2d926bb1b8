import Foundation

/// From the save of an edit to the first line that chapter 4 prints, in a copy of the sources with a build of its
/// own below `.build`, so that nobody's files are touched. The first round waits for the copy's first build.
struct EditLoop: Sendable {
  /// The file that is edited, and the text in it that is replaced by others of its kind.
  let file: String
  let place: String
  let edit: @Sendable (_ number: Int) -> String
  let limit: Double

  /// A line of a method.
  static let method = EditLoop(
    file: "Sources/CLCore/Strategies/Regularization/EWC.swift", place: "lambda: 2 * strength",
    edit: { "lambda: 2.\(1000 + $0) * strength" }, limit: 6000)
  /// A line of the chapter's program.
  static let chapter = EditLoop(
    file: "Chapters/04-gem/main.swift", place: "Gradients(g: [1, 1.5]",
    edit: { "Gradients(g: [1, 1.5\($0)]" }, limit: 8000)
  /// A line of its text.
  static let prose = EditLoop(
    file: "Chapters/04-gem/main.swift", place: "//: Chapters 2 and 3 kept",
    edit: { "//: Chapters 2 and 3 (\($0)) kept" }, limit: 1000)

  /// The row of this name.
  @Sendable func row(_ name: String, _ setting: Setting) throws -> Row {
    let copy = try SourceCopy()
    _ = try copy.millisecondsToFirstLine()
    var number = 0
    return Row(
      name: name, unit: .milliseconds,
      ours: {
        number += 1
        try copy.write(file, replacing: place, by: edit(number))
        return try copy.millisecondsToFirstLine()
      }, goals: [.atMost(limit)], rounds: 3)
  }
}

/// A copy of what git tracks in this package, as it is on disk.
private struct SourceCopy {
  let root = URL(filePath: FileManager.default.currentDirectoryPath)
  var folder: URL { root.appending(path: ".build/edit-loop") }

  /// Brings the copy up to date; files that are the same keep their times, and need not be compiled again.
  init() throws {
    let list = try output(of: "git", ["ls-files", "-z"])
    for path in list.split(separator: "\0").map(String.init) {
      let original = root.appending(path: path)
      guard let bytes = try? Data(contentsOf: original) else { continue }
      let place = folder.appending(path: path)
      if (try? Data(contentsOf: place)) == bytes { continue }
      let files = FileManager.default
      try files.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: place)
      try files.setAttributes(
        [.posixPermissions: files.isExecutableFile(atPath: original.path) ? 0o755 : 0o644],
        ofItemAtPath: place.path)
    }
  }

  /// Writes a file of this package into the copy, with one text replaced.
  func write(_ path: String, replacing place: String, by edit: String) throws {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    guard text.contains(place) else {
      throw CocoaError(
        .fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: "\(path) has no “\(place)”"])
    }
    try Data(text.replacing(place, with: edit).utf8).write(to: folder.appending(path: path))
  }

  /// Runs chapter 4 as `make chapter-4` does, and ends it once it has printed something.
  func millisecondsToFirstLine() throws -> Double {
    let start = ContinuousClock.now
    let process = Process()
    process.executableURL = folder.appending(path: "Scripts/chapter")
    process.arguments = ["chapter-4"]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PAUSE": "0", "PROFILE": "smoke", "OUTPUT": folder.appending(path: "output").path]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice  // it says that it was stopped
    try process.run()
    let first = pipe.fileHandleForReading.availableData
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    process.terminate()
    process.waitUntilExit()
    guard !first.isEmpty else {
      throw CocoaError(
        .fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "chapter 4 printed nothing"])
    }
    return milliseconds
  }

  private func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
