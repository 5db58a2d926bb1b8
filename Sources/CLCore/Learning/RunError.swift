/// Why a run could not begin or go on.
public enum RunError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The method must be told the task at test time, and the scenario does not tell it.
  case needsTaskIdentity(method: String, scenario: Scenario)
  /// The loss, its gradient or a weight became NaN or infinite.
  case diverged(method: String, task: Int, step: Int, lastFiniteLoss: Real?)
  /// A checkpoint was made on another stream.
  case otherStream
  /// A checkpoint has a format that this version of the library does not read.
  case otherFormat(Int, known: Int)

  /// What was wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .needsTaskIdentity(let method, let scenario):
      """
      \(method) must be told the task at test time, and the \(scenario)-incremental scenario does \
      not tell it. Use the task-incremental scenario.
      """
    case .diverged(let method, let task, let step, let last):
      """
      \(method): the loss or a weight is no longer finite at step \(step), in task \(task + 1); the last finite \
      loss was \(last.map { "\($0)" } ?? "none"). Try a smaller learning rate or a weaker penalty.
      """
    case .otherStream:
      """
      The checkpoint was made on another stream: other images, tasks or scenario, or another seed. \
      Build the stream with the settings and the seed it had.
      """
    case .otherFormat(let format, let known) where format < known:
      """
      The checkpoint has format \(format), from an older version of this library; this one reads format \
      \(known). Finish the run with the version that began it, or begin it anew.
      """
    case .otherFormat(let format, let known):
      """
      The checkpoint has format \(format), from a newer version of this library; this one reads format \
      \(known). Continue the run with the newer version.
      """
    }
  }
}
