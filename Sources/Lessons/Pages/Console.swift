import Foundation

/// Where a chapter is told: a terminal, a pipe or a file.
package struct Console {
  /// Whether the output is a terminal, which can redraw a line.
  package let isTerminal: Bool
  package let colour: Bool
  /// The keys, when the reader is asked before going on; nil when nothing waits.
  package let keyboard: Keyboard?
  private let columns: () -> Int
  private let output: (String) -> Void

  /// The process's own input and output.
  package init(_ settings: Settings) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    self.isTerminal = isTerminal
    colour = isTerminal && settings.colour
    keyboard = isTerminal && settings.pauses ? Keyboard(STDIN_FILENO) : nil
    columns = { isTerminal ? Self.terminalColumns : 80 }
    output = Self.writeToStandardOutput
  }

  /// A console that hands its text to `output` and is `columns` wide.
  package init(columns: Int, colour: Bool = false, output: @escaping (String) -> Void) {
    isTerminal = false
    self.colour = colour
    keyboard = nil
    self.columns = { columns }
    self.output = output
  }

  /// The columns for tables and code: those of the terminal, 100 at most.
  package var width: Int { min(100, max(24, columns())) }

  /// The columns for prose: a line longer than 80 is hard to read.
  package var proseWidth: Int { min(80, width) }

  /// Writes `text` at once.
  package func write(_ text: String) { output(text) }

  /// Writes a line.
  package func line(_ text: StyledText = StyledText()) {
    output(text.rendered(colour: colour) + "\n")
  }

  /// Writes lines.
  package func lines(_ lines: [StyledText]) {
    output(lines.map { $0.rendered(colour: colour) + "\n" }.joined())
  }

  /// Past the buffer of `print`, so that what a chapter prints itself keeps its place: the buffer is emptied
  /// first. A pipe gets each cell as soon as it is told.
  private static func writeToStandardOutput(_ text: String) {
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }

  private static var terminalColumns: Int {
    var size = winsize()
    #if canImport(Darwin)
      let asked = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size)
    #else
      let asked = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    #endif
    return asked == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}

/// `write(2)`, which the method of the same name would hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
