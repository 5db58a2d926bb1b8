import Foundation
import Lessons

/// Standard output, a terminal or a pipe.
enum Output {
  /// Writes lines at once: whoever reads a pipe sees the protocol before the runs begin.
  static func lines(_ lines: [String]) {
    print(lines.joined(separator: "\n"))
    fflush(nil)
  }

  /// The columns there are: those of the terminal, from 60 to 100; of a pipe, 80.
  static var width: Int {
    var settings = Settings()
    settings.pauses = false
    return max(60, Console(settings).width)
  }
}
