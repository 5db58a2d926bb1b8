import Foundation

/// Where a chapter is told: a terminal, a pipe or a file.
package final class Console {
  private let isTerminal: Bool
  /// Whether words are coloured and a line is drawn anew: on a terminal that can, unless the reader asked for neither.
  package let takesEscapes: Bool
  /// Nil when nobody is there to answer or the reader asked for a run without pauses.
  private let keyboard: Keyboard?
  private let columns: () -> Int
  private var endsInGap = true
  private let output: (String) -> Void

  /// The process's own input and output.
  package init(_ settings: Settings) {
    let isTerminal = StandardStream.output.isTerminal
    self.isTerminal = isTerminal
    takesEscapes = StandardStream.output.takesEscapes
    keyboard = isTerminal && settings.pauses ? Keyboard(STDIN_FILENO) : nil
    columns = { isTerminal ? Self.terminalColumns : 80 }
    output = { StandardStream.output.write($0) }
  }

  /// A console that hands its text to `output` and is `columns` wide.
  package init(columns: Int, takesEscapes: Bool = false, output: @escaping (String) -> Void) {
    isTerminal = false
    self.takesEscapes = takesEscapes
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
    output(lines.map { $0.rendered(colour: takesEscapes) + "\n" }.joined())
    endsInGap = last.stretches.isEmpty
  }

  /// Writes a blank line unless the last line is blank.
  package func gap() {
    if !endsInGap { line(StyledText()) }
  }

  /// Whether the reader is asked before the run goes on.
  package var asks: Bool { keyboard != nil }

  /// Shows `question`, waits for a key, and takes the question away again where that can be done.
  package func ask(_ question: String, letters: [Character] = []) -> Keyboard.Key {
    guard let keyboard else { return .playToTheEnd }
    output(StyledText(question, .dim).rendered(colour: takesEscapes))
    defer { output(takesEscapes ? "\r\u{1B}[K" : "\n") }
    return keyboard.wait(for: letters)
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
