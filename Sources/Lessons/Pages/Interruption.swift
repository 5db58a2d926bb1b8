import Foundation

/// The answer to Ctrl-C and to a request to end: what is on the disk stays whole, the terminal is given back.
///
/// The signals come to a dispatch queue and not to a signal handler, so the answer may take a lock. It waits
/// for a record or a figure that is being written, then ends the process by the same signal: shells and `make` see
/// what happened.
package final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(record: RecordFile, words: Wording) {
    var terminal = termios()
    let hasTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
    let before = terminal
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM].map { number in
      // Ignored, and so ignored by gnuplot too: a figure that is being drawn is finished first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        record.undisturbed {
          if hasTerminal, tcgetpgrp(STDIN_FILENO) == getpgrp() {
            var given = before
            tcsetattr(STDIN_FILENO, TCSANOW, &given)
          }
          StandardStream.errors.line("\n\(words.stopped(record.shownFolder))")
          signal(number, SIG_DFL)
          kill(getpid(), number)
          // The signal that ends the process may come to another thread; write nothing more meanwhile.
          while true { sleep(1) }
        }
      }
      source.resume()
      return source
    }
  }
}
