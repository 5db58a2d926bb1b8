import Foundation

/// The pandoc program, which sets Markdown as HTML and slides as PowerPoint. Version 2.17, Debian 12's, and later.
package struct Pandoc: Sendable {
  private let executable: URL?

  /// The first `pandoc` on the search path.
  package init(searchPath: String? = ProcessInfo.processInfo.environment["PATH"]) {
    executable = ChildProcess.executable("pandoc", searchPath: searchPath)
  }

  /// Runs pandoc on `input` and returns what it wrote. Files named in `arguments` are those of `folder`.
  /// - Throws: ``PandocError`` when it is not there, or with its own words when it fails.
  @discardableResult
  package func run(_ arguments: [String], on input: String, in folder: URL) throws -> String {
    guard let executable else { throw PandocError.missing }
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "palimpsest-pandoc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files and not pipes: a pipe that nobody empties would stop the program.
    let files = ["input", "output", "said"].map { scratch.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    try Data(input.utf8).write(to: files[0])
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ChildProcess.environment()
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = try String(decoding: Data(contentsOf: files[2]), as: UTF8.self)
      throw PandocError.failed(said: String(said.trimmed.prefix(600)))
    }
    return try String(decoding: Data(contentsOf: files[1]), as: UTF8.self)
  }
}

/// Pandoc is not there or did not do its work.
package enum PandocError: Error, Equatable, CustomStringConvertible {
  case missing
  case failed(said: String)

  package var description: String {
    switch self {
    case .missing:
      """
      pandoc is needed for pages and slides and is not installed. Please run:
        apt-get install pandoc        (macOS: brew install pandoc)
      The chapters themselves, their figures and `make notebook-N` do without it.
      """
    case .failed(let said): "pandoc failed: \(said)"
    }
  }
}
