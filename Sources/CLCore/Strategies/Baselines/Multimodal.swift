/// The multimodal predictor of GEM's comparison (Lopez-Paz & Ranzato 2017, section 5): an input layer of
/// its own for each task, before layers that all share; otherwise fine-tuning.
///
/// A permutation of the pixels can be undone by an input layer, so the shared layers need not change
/// from task to task; but they may, and then the old tasks' input layers do not follow: momentum moves none
/// but the layer of the task at hand. The task
/// must be told at test time: where the labels are shared, on `stream.tellingTask`.
///
/// The learner brings a `MultimodalMLP`, or a perceptron, which gets the further input layers when its first
/// task begins; row 0 of R is then that of the perceptron. Memory: an input layer a task. Time: a step of
/// fine-tuning, but the optimiser passes over all input layers.
public struct Multimodal: Strategy {
  /// The method has no settings.
  public init() {}

  public var name: String { "multimodal" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    if let shared = learner.network as? MLP {
      learner.grow(into: MultimodalMLP(shared, tasks: learner.outputsOfTask.count))
    }
    guard let network = learner.network as? MultimodalMLP else {
      misuse("input layers can be added to an MLP, not to a \(type(of: learner.network))")
    }
    learner.trainable = network.weights(of: task.index)
  }
}

extension Multimodal: Configurable {
  public static let about = About(
    "multimodal", "an input layer of its own for each task, all else shared",
    paper: "Lopez-Paz & Ranzato 2017", .baseline, line: 4, scenarios: [.task],
    needs: [.hiddenLayer])
  public static let standard = Multimodal()
}
