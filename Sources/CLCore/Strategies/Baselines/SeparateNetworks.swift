/// A network of its own for each task: nothing is forgotten and nothing is shared.
///
/// It must be told the task to choose the network. Memory: one θ a task. Time: as fine-tuning.
public struct SeparateNetworks: Strategy {
  private(set) var thetas: [Tensor] = []

  /// The method has no settings.
  public init() {}

  public var name: String { "separate networks" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    if task.index > 0 { learner.restart() }
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    thetas.append(learner.theta)
  }

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard let task, task < thetas.count else { return learner.scores(x, task: task) }
    return learner.network(Variable(x), at: Variable(thetas[task]), task: task).value
  }

  public func weightsKept(_ learner: Learner) -> Int {
    max(0, thetas.count - 1) * learner.theta.count
  }
}

extension SeparateNetworks: Configurable {
  public static let about = About(
    "separate", "a network of its own for each task", paper: "van de Ven, Tuytelaars & Tolias 2022",
    .baseline, line: 2, scenarios: [.task])
  public static let standard = SeparateNetworks()
}
