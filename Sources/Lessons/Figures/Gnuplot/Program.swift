import Foundation

/// The gnuplot program: where it is, and how long to wait for it.
package struct Program: Sendable {
  /// The executable; nil when there is none.
  package let executable: URL?
  /// Seconds after which a run is stopped.
  package let patience: Double
  /// The environment of whoever runs us.
  private let caller: [String: String]

  /// The first `gnuplot` on the search path, or `executable`.
  package init(
    executable: URL? = nil, patience: Double = 60,
    searchPath: String? = ProcessInfo.processInfo.environment["PATH"],
    caller: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.executable = executable ?? ChildProcess.executable("gnuplot", searchPath: searchPath)
    self.patience = patience
    self.caller = caller
  }

  /// Runs `gnuplot -d script` in `folder` and returns its remarks, each line once, when it has ended well and
  /// reached the end of the script.
  ///
  /// `-d` leaves the user's own settings aside, ``ChildProcess/environment(_:)`` the user's language. There is no
  /// shell and nothing to read from; what the program says goes to files, since a pipe that nobody empties would
  /// stop it. gnuplot and its libraries remark on much that costs no picture anything: what is drawn is judged
  /// by its file.
  /// - Throws: `FigureError` when it cannot start, dies, hangs, or stops early.
  func run(_ script: String, figure: String, in folder: URL) throws(FigureError) -> [String] {
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
      process.environment = ChildProcess.environment(caller)
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
    let remarks = Self.lines(of: said)
    let quoted = remarks.joined(separator: "\n")
    if isLate { throw failure(.timedOut(seconds: patience, said: quoted)) }
    guard process.terminationStatus == 0, process.terminationReason == .exit else {
      throw failure(.died(status: process.terminationStatus, said: quoted))
    }
    let hasReachedEnd = Self.lines(of: printed).contains {
      $0.split(separator: " ") == [Substring(Script.sentinel), "0"]
    }
    guard hasReachedEnd else { throw failure(.unfinished(said: quoted)) }
    return remarks
  }

  /// The last lines of a file that are not empty, each once.
  private static func lines(of file: URL) -> [String] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    var seen: Set<String> = []
    return String(decoding: data.suffix(2000), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init).filter { !$0.trimmed.isEmpty && seen.insert($0).inserted }
  }
}
