import Foundation

/// A function that calls itself without end fills the stack, and the process ends by a signal that says nothing. Here it
/// says why before it ends.
package enum EndlessRecursion {
  /// What is written to standard error.
  package static let words =
    "The stack is full: a function calls itself without end, or far too often."

  /// The addresses whose use means that the stack is full: the stack's own, of which those below its end are not to
  /// be had. Set once, before anything can fail.
  private nonisolated(unsafe) static var stack: Range<UInt> = 0..<0

  /// Watches the thread that calls, which is the main thread.
  static func watch() {
    // Without a limit a recursion would go on until it has taken the machine's memory.
    let most: UInt = 64 << 20
    var limit = rlimit()
    #if canImport(Darwin)
      let kind = RLIMIT_STACK
    #else
      let kind = __rlimit_resource_t(RLIMIT_STACK.rawValue)
    #endif
    guard getrlimit(kind, &limit) == 0 else { return }
    if limit.rlim_cur > rlim_t(most) {
      limit.rlim_cur = rlim_t(most)
      setrlimit(kind, &limit)
    }
    // The kernel keeps a megabyte free below a stack; a frame may be as large again.
    let gap: UInt = 4 << 20
    var here: UInt8 = 0
    let top = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    stack = (top - min(top, UInt(limit.rlim_cur) + gap))..<top
    // A full stack has no room for the answer to the signal.
    let size = 1 << 16
    var other = stack_t()
    other.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    other.ss_size = size
    guard sigaltstack(&other, nil) == 0 else { return }
    var action = sigaction()
    action.sa_flags =
      Int32(SA_SIGINFO) | Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = { _, info, _ in
        EndlessRecursion.say(info?.pointee.si_addr)
      }
    #else
      action.__sigaction_handler.sa_sigaction = { _, info, _ in
        EndlessRecursion.say(info?.pointee._sifields._sigfault.si_addr)
      }
    #endif
    for signal in [SIGSEGV, SIGBUS] { sigaction(signal, &action, nil) }
  }

  /// In the signal's own time only what asks nobody for memory is allowed. The process then goes on where it was, and ends by the
  /// same signal.
  private static func say(_ address: UnsafeMutableRawPointer?) {
    guard stack.contains(UInt(bitPattern: address)) else { return }
    let line: StaticString =
      "\nThe stack is full: a function calls itself without end, or far too often.\n"
    _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
  }
}
