/// Frozen features: after the first task only the head still learns.
///
/// All that later tasks can do is to weigh the features that the first one found. In the
/// task-incremental scenario only the task's own outputs move, so that nothing is forgotten; where
/// tasks share outputs, the head still forgets.
///
/// Memory: nothing. Time: as fine-tuning, and after the first task two passes more a step, which put
/// back what is frozen.
public struct FrozenFeatures: Strategy {
  /// The method has no settings.
  public init() {}

  public var name: String { "frozen features" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    guard task.index > 0 else { return }
    learner.trainable = learner.network.layout.mask(
      body: 0, outputs: [learner.active(task.index)])
  }
}

extension FrozenFeatures: Configurable {
  public static let about = About(
    "frozen", "learns features on the first task, and then heads alone",
    paper: "Razavian, Azizpour, Sullivan & Carlsson 2014", .baseline, line: 3)
  public static let standard = FrozenFeatures()
}
