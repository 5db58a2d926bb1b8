import Foundation

/// How long we wait for a program: until it is too late, or it takes too much.
struct Patience {
  /// Why we wait no longer.
  var end: Child.End?
  private let child: pid_t
  private let deadline: Date
  private let keeper: (any Keeper)?
  private var lookedAt = Date()

  init(_ program: Child, _ child: pid_t) {
    self.child = child
    deadline = Date().addingTimeInterval(program.patience)
    keeper = program.keeper
  }

  /// Looks at the clock, and twenty times a second at what is taken.
  var lasts: Bool {
    mutating get {
      if end == nil, deadline.timeIntervalSinceNow <= 0 { end = .tooLate }
      if end == nil, let keeper, lookedAt.timeIntervalSinceNow < -0.05 {
        if keeper.isOver(child) { end = .tooBig }
        lookedAt = Date()
      }
      return end == nil
    }
  }
}
