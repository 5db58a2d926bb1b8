import Foundation

/// Programs that some tests drive when they are there.
struct Tool: Sendable {
  let name: String
  static let pandoc = Tool(name: "pandoc")
  static let chromium = Tool(name: "chromium")
  static let python = Tool(name: "python3")
  /// Whether the package that knows notebooks is there.
  static let hasNbformat = (try? python.run(["-c", "import nbformat"]).code) == 0

  var file: URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
  var isThere: Bool { file != nil }

  /// What the program wrote to its output and to its errors, and its exit code.
  func run(_ arguments: [String]) throws -> (output: String, errors: String, code: Int32) {
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
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1], process.terminationStatus)
  }
}
