import Foundation
import Synchronization

/// The process groups that run for us, so that Ctrl-C ends them with us.
enum Children {
  private static let groups = Mutex<Set<pid_t>>([])

  static func add(_ child: pid_t) { _ = groups.withLock { $0.insert(child) } }
  static func remove(_ child: pid_t) { _ = groups.withLock { $0.remove(child) } }

  /// Ends them all.
  static func end() { groups.withLock { for child in $0 { kill(-child, SIGKILL) } } }
}
