import Foundation

/// Standard output and standard error of this process, written to in this one place.
///
/// What is said is never worth what is computed: a stream that is closed, full or read by nobody any more costs a
/// run nothing but the words, and the exit code is that of the work. So `… | head` lets a run come to its end, whose
/// results are whole. Foundation's `FileHandle.write` traps instead.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case errors = 2

  /// To be called before anything else in a program: opens `/dev/null` in the place of each of the three standard
  /// files that came closed, since the next file opened would take its number and get the words; a write to a pipe
  /// that nobody reads is an error and no longer a signal.
  package static func hold() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one.
      _ = open("/dev/null", O_RDWR)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes `text` at once, after what `print` has still in its buffer. Waits for a reader who is slow.
  ///
  /// - Returns: the number of the error that kept some of it from being written; 0 when all is. Only where the words
  ///   are all that a command was asked for does it matter.
  @discardableResult
  package func write(_ text: String) -> Int32 {
    // Not for errors: whoever answers Ctrl-C must not wait for a thread that is printing.
    if self == .output { fflush(nil) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(rawValue, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        var place = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        _ = poll(&place, 1, -1)
      } else if written == 0 || errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Writes `text` as a line.
  package func line(_ text: String) { _ = write(text + "\n") }

  /// Whether somebody looks at it.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Whether it understands escape sequences, which colour words and draw a line anew, and they are wanted.
  package var takesEscapes: Bool {
    isTerminal && Self.takesEscapes(ProcessInfo.processInfo.environment)
  }

  /// Not on a terminal that is dumb or of no known kind, nor where the user has set `NO_COLOR`.
  package static func takesEscapes(_ environment: [String: String]) -> Bool {
    let kind = environment["TERM"] ?? ""
    return !kind.isEmpty && kind != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
  }
}

/// `write(2)`, which the method of the same name would hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
