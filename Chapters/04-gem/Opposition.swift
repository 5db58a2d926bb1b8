import Book
import CLCore

extension Violations.Count {
  /// The share of steps at which some task would be opposed if each were by itself.
  var shareIfIndependent: Double {
    1 - ofTask.values.reduce(1) { $0 * (1 - Double($1) / Double(max(steps, 1))) }
  }
}

extension [Outcome] {
  /// The mean over GEM's runs of what was counted while a task was learnt.
  func counted(_ task: Int, _ value: (Violations.Count) -> Double) -> Double {
    Statistics((self["GEM"]?.runs ?? []).map { value($0.violations[task]) }).mean
  }
}
