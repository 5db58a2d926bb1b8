import Foundation

/// A program that is run to its end, or to the end of our patience: what it may take is capped.
package struct Child: Sendable {
  /// How it ended.
  enum End: Equatable {
    case exit(Int32), signal(Int32), tooLate, tooMuch, tooBig
  }
  /// What it wrote, and how it ended.
  package struct Outcome: Sendable {
    package var output = Data()
    var errors = Data()
    var end = End.exit(0)
  }

  var program: String
  var arguments: [String] = []
  var environment: [String: String] = [:]
  /// Read by the program; a file and not a pipe, so that neither waits for the other.
  var input = "/dev/null"
  /// Seconds until it is killed.
  var patience = 10.0
  /// Bytes that it may write to each of its two outputs.
  var mostOutput = 1 << 20
  /// Counts what it takes together with all that it starts.
  var keeper: (any Keeper)?

  /// Runs it in a process group of its own, all of which is killed at the end.
  /// - Throws: ``ExerciseError`` when it cannot start.
  package func run() throws(ExerciseError) -> Outcome {
    var pipes: [[Int32]] = []
    for _ in 0..<2 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw ExerciseError("no pipe to \(program)") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    let child = spawn(output: pipes[0][1], errors: pipes[1][1])
    for ends in pipes { close(ends[1]) }
    defer { for ends in pipes { close(ends[0]) } }
    guard let child else { throw ExerciseError("\(program) cannot be run") }
    defer {
      keeper?.end()
      Children.remove(child)
    }
    return listen(to: child, pipes.map { $0[0] })
  }

  private func spawn(output: Int32, errors: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // Nothing else that is open here, such as what another thread is writing, is open there.
    #if canImport(Darwin)
      let closing = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      let closing: Int32 = 0
      OpenFiles.close(from: STDERR_FILENO + 1, &actions)
    #endif
    // Signals that we ignore or wait for elsewhere are its own again.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(
        POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | Int32(closing)))
    let argv = ([program] + arguments).map { strdup($0) }
    let envp = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, &attributes, argv + [nil], envp + [nil]) == 0
    else { return nil }
    Children.add(child)
    return child
  }

  /// Reads both outputs until they end, the time is over, or one is too long; then nothing of the program is left.
  private func listen(to child: pid_t, _ ends: [Int32]) -> Outcome {
    var outcome = Outcome()
    var polls = ends.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var patience = Patience(self, child)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while patience.lasts, polls.contains(where: { $0.fd >= 0 }) {
      let hasEnded = Self.hasEnded(child)
      guard poll(&polls, nfds_t(polls.count), hasEnded ? 0 : 50) > 0 else {
        // A child of its own keeps them open.
        if hasEnded { break }
        continue
      }
      for i in polls.indices where polls[i].fd >= 0 && polls[i].revents != 0 {
        let count = read(polls[i].fd, &buffer, buffer.count)
        if count > 0 {
          if i == 0 {
            outcome.output += buffer[..<count]
          } else {
            outcome.errors += buffer[..<count]
          }
        } else if count == 0 || errno != EINTR {
          polls[i].fd = -1
        }
      }
      if max(outcome.output.count, outcome.errors.count) > mostOutput { patience.end = .tooMuch }
    }
    // It has closed its outputs, and may go on all the same.
    while patience.lasts, !Self.hasEnded(child) { usleep(2000) }
    // The kernel may have ended it before we looked.
    if patience.end == nil, keeper?.isOver(child) == true { patience.end = .tooBig }
    kill(-child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    let signal = status & 0x7F
    outcome.end = patience.end ?? (signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal))
    return outcome
  }

  /// Whether it has ended; its number stays its own until it is waited for.
  private static func hasEnded(_ child: pid_t) -> Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != 0
  }
}

extension Child {
  /// A program without an environment or any input, within the usual limits.
  package init(_ program: String, _ arguments: [String]) {
    self.init(program: program, arguments: arguments)
  }
}
