import Foundation
import Lessons

/// Programs that some tests drive when they are there.
struct Tool: Sendable {
  let name: String
  static let pandoc = Tool(name: "pandoc")
  static let chromium = Tool(name: "chromium")
  static let python = Tool(name: "python3")
  /// Whether the package that knows notebooks is there.
  static let hasNbformat = (try? python.run(["-c", "import nbformat"]).code) == 0

  var file: URL? { ChildProcess.executable(name) }
  var isThere: Bool { file != nil }

  /// A program that had to be ended.
  struct Impatience: Error, CustomStringConvertible {
    let description: String
  }

  /// A program that is not on this machine.
  struct Absence: Error {
    let name: String
  }

  /// What the program wrote to its output and to its errors, and its exit code.
  ///
  /// - Throws: ``Absence`` when it is not there; ``Impatience`` when it has not ended after `patience` seconds, and
  ///   it is ended then.
  func run(
    _ arguments: [String], patience: Double = 300
  ) throws -> (output: String, errors: String, code: Int32) {
    guard let file else { throw Absence(name: name) }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    try process.run()
    let inTime = end.wait(timeout: .now() + patience) == .success
    if !inTime {
      process.terminate()
      if end.wait(timeout: .now() + min(patience, 5)) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        end.wait()
      }
    }
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    guard inTime else {
      throw Impatience(
        description:
          "\(name) had not ended after \(patience) s; its last words: \(texts[1].suffix(2000))")
    }
    return (texts[0], texts[1], process.terminationStatus)
  }
}
