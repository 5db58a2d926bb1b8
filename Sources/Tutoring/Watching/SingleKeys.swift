import Foundation

/// A terminal that gives each key at once and does not show it; `restore` gives it back as it was.
package struct SingleKeys: Sendable {
  private let before: termios

  /// Nil when `STDIN_FILENO` is no terminal: then there are no keys.
  package init?() {
    var mode = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
    before = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  /// The next key, or nil when none is struck within `milliseconds`; `q` at the end of the input.
  package func next(within milliseconds: Int32) -> Character? {
    var poll = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return count == 0 ? "q" : nil }
    // An arrow key comes as several bytes from an escape on: it is no answer. Ctrl-D is the end.
    if bytes[0] == 0x1B { return nil }
    return bytes[0] == 4 ? "q" : Character(UnicodeScalar(bytes[0] | 0x20))
  }

  /// Gives the terminal back.
  package func restore() {
    var mode = before
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }
}
