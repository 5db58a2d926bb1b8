/// How often the gradient of a new task opposed that of an old one, counted while a projection method
/// learns.
public struct Violations: Sendable, Codable, Equatable {
  /// What was counted while one task was learnt.
  public struct Count: Sendable, Codable, Equatable {
    /// Steps at which there was a constraint to look at.
    public internal(set) var steps = 0
    /// Steps at which one was violated, and the gradient so replaced.
    public internal(set) var projected = 0
    /// Steps at which the constraint of this old task was violated, by the task's place in the stream.
    /// Empty for a method whose constraint is not one task's.
    public internal(set) var ofTask: [Int: Int] = [:]

    /// No step yet.
    public init() {}

    /// The share of steps that were projected; `nil` before the first with a constraint.
    public var share: Double? { steps == 0 ? nil : Double(projected) / Double(steps) }
  }

  /// The counts of each task while it was learnt, by its place in the stream.
  public private(set) var counts: [Int: Count] = [:]

  /// Nothing counted yet.
  public init() {}

  /// The counts while this task was learnt.
  public subscript(task: Int) -> Count { counts[task] ?? Count() }

  /// Counts a step.
  mutating func count(learning task: Int, projected: Bool, opposed: [Int] = []) {
    counts[task, default: Count()].steps += 1
    if projected { counts[task, default: Count()].projected += 1 }
    for old in opposed { counts[task, default: Count()].ofTask[old, default: 0] += 1 }
  }
}

/// A method that replaces a gradient which opposes what an old task needs, and counts how often.
public protocol Projecting: Strategy {
  /// How often a constraint was violated.
  var violations: Violations { get }
}
