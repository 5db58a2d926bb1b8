import Foundation

/// The answer to Ctrl-C: what runs for us ends, the terminal is given back, and the process ends by the same signal.
package final class Leaving {
  private let keys: SingleKeys?
  private let sources: [any DispatchSourceSignal]

  /// Answers from now on; `tidy` is done on the way out.
  package init(_ keys: SingleKeys?, tidy: @escaping @Sendable () -> Void = {}) {
    self.keys = keys
    let queue = DispatchQueue(label: "leaving")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        keys?.restore()
        Children.end()
        tidy()
        signal(number, SIG_DFL)
        // Whoever started us may have had it blocked.
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, number)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
  }

  /// Gives the terminal back at an ordinary end.
  package func restore() { keys?.restore() }
}
