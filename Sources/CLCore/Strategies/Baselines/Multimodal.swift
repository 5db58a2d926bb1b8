/// The multimodal predictor of GEM's comparison (Lopez-Paz & Ranzato 2017, section 5): an input layer of
/// its own for each task, before layers that all share; otherwise fine-tuning.
///
/// A permutation of the pixels can be undone by an input layer, so the shared layers need not change
/// from task to task; but they may, and then the old tasks' input layers do not follow. The task
/// must be told at test time: where the labels are shared, on `stream.tellingTask`.
///
/// The learner brings a perceptron, which gets the further input layers when its first task begins. Memory:
/// an input layer a task. Time: a step of fine-tuning, but the optimiser passes over all input layers.
public struct Multimodal: Strategy {
  /// The method has no settings.
  public init() {}

  public var name: String { "multimodal" }
  public var needsTaskIdentity: Bool { true }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    guard task.index == 0 else { return }
    guard let shared = learner.network as? MLP else {
      misuse("input layers can be added to an MLP, not to a \(type(of: learner.network))")
    }
    learner.grow(into: MultimodalMLP(shared, tasks: learner.outputsOfTask.count))
  }
}
