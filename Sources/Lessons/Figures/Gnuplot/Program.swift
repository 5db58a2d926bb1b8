import Foundation

/// The gnuplot program: where it is, and how long to wait for it.
package struct Program: Sendable {
  /// The executable; nil when there is none.
  package let executable: URL?
  /// Seconds after which a run is stopped.
  package let patience: Double

  /// The first `gnuplot` on the search path, or `executable`.
  package init(
    executable: URL? = nil, patience: Double = 60,
    searchPath: String? = ProcessInfo.processInfo.environment["PATH"]
  ) {
    self.executable =
      executable
      ?? (searchPath ?? "").split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("gnuplot") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    self.patience = patience
  }

  /// Runs `gnuplot -d script` in `folder` and returns what it printed, once it has ended well.
  ///
  /// `-d` leaves the user's own settings aside. There is no shell and nothing to read from; what the
  /// program says goes to files, since a pipe that nobody empties would stop it.
  /// - Throws: `FigureError` when it cannot start, dies, hangs, complains, or stops early.
  func run(_ script: String, figure: String, in folder: URL) throws(FigureError) -> String {
    func failure(_ problem: FigureError.Problem) -> FigureError {
      FigureError(figure: figure, problem: problem)
    }
    guard let executable else { throw failure(.gnuplotMissing) }
    let printed = folder.appendingPathComponent("printed")
    let said = folder.appendingPathComponent("said")
    let process = Process()
    let ended = DispatchSemaphore(value: 0)
    do {
      for file in [printed, said] { try Data().write(to: file) }
      process.executableURL = executable
      process.arguments = ["-d", script]
      process.currentDirectoryURL = folder
      // A terminal named by the user would be tried before ours is set, and warned about.
      process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "GNUTERM" }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: printed)
      process.standardError = try FileHandle(forWritingTo: said)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
    } catch {
      throw failure(.died(status: 127, said: error.localizedDescription))
    }
    let isLate = ended.wait(timeout: .now() + patience) == .timedOut
    if isLate {
      process.terminate()
      if ended.wait(timeout: .now() + 1) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
      }
    }
    let complaints = Self.complaints(in: Self.text(of: said))
    if isLate { throw failure(.timedOut(seconds: patience, said: complaints)) }
    guard process.terminationStatus == 0, process.terminationReason == .exit else {
      throw failure(.died(status: process.terminationStatus, said: complaints))
    }
    let output = Self.text(of: printed)
    let hasReachedEnd = output.split(separator: "\n").contains {
      $0.split(separator: " ") == [Substring(Script.sentinel), "0"]
    }
    guard complaints.isEmpty, hasReachedEnd else { throw failure(.complained(said: complaints)) }
    return output
  }

  private static func text(of file: URL) -> String {
    guard let data = try? Data(contentsOf: file) else { return "" }
    return String(decoding: data.suffix(2000), as: UTF8.self)
  }

  /// What of gnuplot's words is a complaint: all but warnings of the font library, and the remark on
  /// undefined cells in a matrix, which are drawn as gaps and counted by us, and the number of frames.
  static func complaints(in said: String) -> String {
    let harmless = [
      "Fontconfig warning", "Pango-WARNING", "matrix contains missing or undefined",
      "frames in animation sequence",
    ]
    return said.split(separator: "\n")
      .filter { line in !harmless.contains { line.contains($0) } }
      .filter { $0.contains { !$0.isWhitespace } }
      .joined(separator: "\n")
  }
}
