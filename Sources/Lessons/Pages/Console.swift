import Foundation

/// Where a chapter is told: a terminal, a pipe or a file.
package final class Console {
  /// Whether the output is a terminal, which can redraw a line.
  package let isTerminal: Bool
  package let colour: Bool
  /// Nil when nobody is there to answer or the reader asked for a run without pauses.
  private let keyboard: Keyboard?
  private let columns: () -> Int
  private var endsInGap = true
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

  /// The columns for tables and rules: those of the terminal, 100 at most.
  package var width: Int { min(100, max(24, columns())) }

  /// The columns for prose: a line longer than 80 is hard to read.
  package var proseWidth: Int { min(80, width) }

  /// The columns for code, which is broken only where a terminal would break it.
  package var codeWidth: Int { isTerminal ? max(24, columns()) : .max }

  /// Writes `text` at once.
  package func write(_ text: String) {
    output(text)
    endsInGap = false
  }

  /// Writes a line.
  package func line(_ text: StyledText) { lines([text]) }

  /// Writes lines.
  package func lines(_ lines: [StyledText]) {
    guard let last = lines.last else { return }
    output(lines.map { $0.rendered(colour: colour) + "\n" }.joined())
    endsInGap = last.stretches.isEmpty
  }

  /// Writes a blank line unless the last line is blank.
  package func gap() {
    if !endsInGap { line(StyledText()) }
  }

  /// Whether the reader is asked before the run goes on.
  package var asks: Bool { keyboard != nil }

  /// Shows `question`, waits for a key, and takes the question away again.
  package func ask(_ question: String, letters: [Character] = []) -> Keyboard.Key {
    guard let keyboard else { return .playToTheEnd }
    output(StyledText(question, .dim).rendered(colour: colour))
    defer { output("\r\u{1B}[K") }
    return keyboard.wait(for: letters)
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
