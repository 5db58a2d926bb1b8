import CLCore

/// What tables and figures ask of a run that has learnt its stream. It is small and can be kept on disk;
/// a chapter that asks for more looks at the run while it has it.
public struct Learnt: Codable, Sendable {
  /// R.
  public let matrix: AccuracyMatrix
  /// What the method kept and took.
  public let costs: Costs
  /// Training steps, over all tasks.
  public let stepsMade: Int
  /// How many outputs compete for an image of the first task.
  public let outputs: Int
  /// How often a projection method found the gradient opposed to an old task; empty for others.
  public let violations: Violations

  /// What is left of a run.
  public init(_ run: Run) {
    matrix = run.matrix
    costs = run.costs
    stepsMade = run.stepsMade
    outputs = run.learner.active(run.learner.known(0)).count
    violations = (run.strategy as? any Projecting)?.violations ?? Violations()
  }

  /// Passes over θ in a step, in the mean over all steps; `nil` where they were not counted.
  public var passesPerStep: Double? { costs.passes.map { $0 / Double(max(stepsMade, 1)) } }

  /// How many tasks there were.
  public var tasks: Int { matrix.tasks }
}
