import Foundation

/// A terminal with a program in it, for tests: what it shows is read, and keys are struck.
final class Terminal {
  private let master: Int32
  private let slave: Int32
  private let process = Process()
  /// What has been shown and not been waited for.
  private var shown = ""
  /// All that has been shown until the last wait ended.
  private(set) var all = ""

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Starts `program` in `folder`, with `variables` in place of our own: without escape sequences unless they say
  /// otherwise.
  init(
    _ program: URL, _ arguments: [String], folder: URL,
    variables: [String: String] = ["NO_COLOR": "1"]
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0, let name = Self.slave(of: master) else {
      throw Failure(description: "no terminal can be made")
    }
    slave = open(name, O_RDWR | O_NOCTTY)
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { !["TERM", "NO_COLOR"].contains($0.key) }.merging(variables) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  /// The other end, unlocked.
  private static func slave(of master: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(master) == 0, unlockpt(master) == 0 else { return nil }
      return ptsname(master).map { String(cString: $0) }
    #else
      // Glibc shows Swift no unlockpt; this is what it does: TIOCSPTLCK, TIOCGPTN.
      var (locked, number): (Int32, Int32) = (0, 0)
      guard ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0
      else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  deinit {
    close(slave)
    close(master)
  }

  /// Waits until `text` is shown, and drops all up to it.
  /// - Returns: the seconds that it took.
  /// - Throws: ``Failure`` with what was shown instead.
  func wait(for text: String, within patience: Double = 60) throws -> Double {
    let start = Date()
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var rest = Data()
    while true {
      if let place = shown.range(of: text) {
        shown = String(shown[place.upperBound...])
        return Date().timeIntervalSince(start)
      }
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard Date().timeIntervalSince(start) < patience else {
        throw Failure(description: "\(text) is not shown, but: \(shown.suffix(2000))")
      }
      guard Foundation.poll(&poll, 1, 10) > 0 else { continue }
      let count = read(master, &bytes, bytes.count)
      if count > 0 { rest += bytes[..<count] }
      // A character may come in two halves.
      if let whole = String(data: rest, encoding: .utf8) {
        shown += whole
        all += whole
        rest = Data()
      }
    }
  }

  /// Strikes a key.
  func type(_ key: String) {
    let bytes = Array(key.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Ctrl-C.
  func interrupt() { process.interrupt() }

  /// Whether keys that are struck are shown: a terminal as a shell has it.
  var showsKeys: Bool {
    var mode = termios()
    return tcgetattr(slave, &mode) == 0 && mode.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits at most 20 s for the program's end.
  /// - Returns: its exit code or the number of the signal that ended it; nil when it had to be killed.
  @discardableResult func end() -> Int32? {
    let deadline = Date().addingTimeInterval(20)
    while process.isRunning, Date() < deadline { usleep(10_000) }
    guard process.isRunning else { return process.terminationStatus }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return nil
  }
}
