import Synchronization

/// Tells how far a job has come; the job calls it, the terminal shows it.
///
/// A job that never calls it still counts when it is done.
public final class Meter: Sendable {
  private let share = Mutex(0.0)

  init() {}

  /// Sets the share of the job that is done, from 0 to 1.
  public func callAsFunction(_ done: Double) {
    share.withLock { $0 = min(1, max(0, done.isFinite ? done : 0)) }
  }

  /// Sets the share to `step` out of `total`.
  public func callAsFunction(_ step: Int, of total: Int) {
    self(Double(step) / Double(max(1, total)))
  }

  /// The share that is done, from 0 to 1.
  package var done: Double { share.withLock { $0 } }
}
