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
    learner.trainable = learner.network.layout.headMask(outputs: learner.active(task.index))
  }
}

extension Layout {
  /// A mask [count]: 1 for the head's weights into these outputs, 0 for all others.
  func headMask(outputs: Range<Int>) -> Tensor {
    require(
      entries.contains { $0.name.hasPrefix("head.") },
      "frozen features need a network whose last layer is called head, not one of "
        + entries.map(\.name).joined(separator: ", "))
    var mask = Tensor.zeros([count])
    for entry in entries where entry.name.hasPrefix("head.") {
      let width = entry.slot.shape[-1]
      mask.write { numbers in
        for i in entry.slot.range where outputs.contains((i - entry.slot.offset) % width) {
          numbers[i] = 1
        }
      }
    }
    return mask
  }
}
