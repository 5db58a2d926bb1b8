/// Counts what a program takes together with all that it starts: limits of the kernel on a process bind each one alone.
protocol Keeper: Sendable {
  /// The command that runs `command` where it is counted.
  func counted(_ command: [String]) -> [String]
  /// Whether `child` and what it has started have taken more than they may.
  func isOver(_ child: Int32) -> Bool
  /// Ends what is left of them, and the count.
  func end()
}
