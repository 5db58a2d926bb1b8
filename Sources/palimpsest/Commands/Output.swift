import Foundation
import Lessons

/// Standard output, a terminal or a pipe.
enum Output {
  /// Writes lines at once: whoever reads a pipe sees the protocol before the runs begin.
  static func lines(_ lines: [String]) {
    StandardStream.output.line(lines.joined(separator: "\n"))
  }

  /// Writes the lines that a command was asked for and that stand nowhere else.
  /// - Throws: ``UnwrittenOutput`` when they cannot be written. A reader who has read enough and is gone is no error.
  static func answer(_ lines: [String]) throws {
    let problem = StandardStream.output.write(lines.joined(separator: "\n") + "\n")
    if problem != 0, problem != EPIPE { throw UnwrittenOutput(number: problem) }
  }

  /// The columns there are: those of the terminal, from 60 to 100; of a pipe, 80.
  static var width: Int { max(60, consoleWidth) }

  /// The columns for tables: those of the terminal, from 24 to 100; of a pipe, 100.
  static var tableWidth: Int { StandardStream.output.isTerminal ? consoleWidth : 100 }

  private static var consoleWidth: Int {
    var settings = Settings()
    settings.pauses = false
    return Console(settings).width
  }
}

/// Standard output cannot be written.
struct UnwrittenOutput: Error, CustomStringConvertible {
  /// The system's number of the error.
  let number: Int32

  var description: String {
    "standard output cannot be written: \(String(cString: strerror(number)))"
  }
}
