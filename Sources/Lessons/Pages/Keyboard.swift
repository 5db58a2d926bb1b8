import Foundation

/// Single keys from a terminal.
package struct Keyboard: Sendable {
  /// What a reader may answer.
  package enum Key: Equatable, Sendable {
    case next, playToTheEnd, quit
    /// A choice of a quiz, or h for a hint.
    case letter(Character)
  }

  private let descriptor: Int32

  /// Nil when `descriptor` is not a terminal: then nobody is there to answer.
  package init?(_ descriptor: Int32) {
    guard isatty(descriptor) == 1 else { return nil }
    self.descriptor = descriptor
  }

  /// Waits for Enter (or space), `p`, `q` or one of `letters`; other keys are passed over, and the end of input plays on.
  ///
  /// Keys struck before the question are dropped: a page is never skipped by a key meant for the last one.
  package func wait(for letters: [Character] = []) -> Key {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { return .playToTheEnd }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(descriptor, TCSAFLUSH, &raw)
    defer { tcsetattr(descriptor, TCSANOW, &before) }
    while true {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count == 1, byte == 0x1B {
        // An arrow key sends ESC [ A: what follows the escape is no answer.
        tcflush(descriptor, TCIFLUSH)
        continue
      }
      guard count == 1, let key = Self.key(byte, among: letters) else {
        if count == 1 { continue }
        return .playToTheEnd
      }
      return key
    }
  }

  static func key(_ byte: UInt8, among letters: [Character] = []) -> Key? {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "): .next
    case UInt8(ascii: "p"), UInt8(ascii: "P"): .playToTheEnd
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), 4: .quit
    default: letters.first { $0.asciiValue == byte | 0x20 }.map { .letter($0) }
    }
  }
}
