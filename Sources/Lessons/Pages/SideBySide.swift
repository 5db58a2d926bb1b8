import Foundation
import Synchronization

/// Runs independent jobs on several threads.
///
/// Results come in the jobs' order, whatever the order in which they end. When jobs fail, no further one is
/// begun, those under way are awaited, and the error of the earliest in order is thrown: the outcome does not
/// depend on the number of threads.
package struct SideBySide<Job: Sendable, Result: Sendable>: Sendable {
  private let jobs: [Job]
  private let meters: [Meter]
  private let body: @Sendable (Job, Meter) throws -> Result

  package init(_ jobs: [Job], _ body: @escaping @Sendable (Job, Meter) throws -> Result) {
    self.jobs = jobs
    self.body = body
    meters = jobs.map { _ in Meter() }
  }

  /// Runs the jobs on at most `threads` threads; meanwhile calls `watch` ten times a second, on the
  /// calling thread, with the share of all the work that is done.
  package func run(threads: Int, watch: (Double) -> Void) throws -> [Result] {
    let shared = Shared<Result>(jobs.count)
    for _ in 0..<min(threads, jobs.count) {
      let thread = Thread { work(shared) }
      // A graph of many steps is released by recursion, deeper than a thread's usual 0.5 to 8 MB.
      thread.stackSize = 64 << 20
      thread.start()
    }
    // A short job is not made to wait for the next look.
    while shared.finished.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      watch(meters.map(\.done).reduce(0, +) / Double(max(1, jobs.count)))
    }
    return try shared.state.withLock { state in
      for case .failure(let error)? in state.outcomes { throw error }
      return try state.outcomes.compactMap { try $0?.get() }
    }
  }

  private func work(_ shared: Shared<Result>) {
    while let index = shared.begin() {
      let outcome = Swift.Result { try body(jobs[index], meters[index]) }
      meters[index](1)
      shared.end(index, outcome)
    }
  }
}

/// What the threads share.
private final class Shared<Result: Sendable>: Sendable {
  struct State {
    var next = 0
    var running = 0
    var failed = false
    var outcomes: [Swift.Result<Result, any Error>?]
  }
  let state: Mutex<State>
  /// Signalled once, when no job is left and none is under way.
  let finished = DispatchSemaphore(value: 0)

  init(_ count: Int) {
    state = Mutex(State(outcomes: Array(repeating: nil, count: count)))
    if count == 0 { finished.signal() }
  }

  /// The next job, or nil when there is none to begin.
  func begin() -> Int? {
    state.withLock { state in
      guard !state.failed, state.next < state.outcomes.count else { return nil }
      defer {
        state.next += 1
        state.running += 1
      }
      return state.next
    }
  }

  func end(_ index: Int, _ outcome: Swift.Result<Result, any Error>) {
    let isLast = state.withLock { state in
      state.outcomes[index] = outcome
      state.running -= 1
      if case .failure = outcome { state.failed = true }
      return state.running == 0 && (state.failed || state.next == state.outcomes.count)
    }
    if isLast { finished.signal() }
  }
}
