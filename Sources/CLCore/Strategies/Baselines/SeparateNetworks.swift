/// A network of its own for each task: nothing is forgotten and nothing is shared.
///
/// It must be told the task to choose the network. Memory: one θ a task. Time: as fine-tuning.
public struct SeparateNetworks: Strategy {
  private(set) var thetas: [Tensor] = []

  /// The method has no settings.
  public init() {}

  public var name: String { "separate networks" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    guard task.index > 0 else { return }
    thetas.append(learner.theta)
    learner.restart()
  }

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard let task, task < thetas.count else { return learner.scores(x, task: task) }
    return learner.network(Variable(x), at: Variable(thetas[task]), task: task).value
  }
}

extension SeparateNetworks: Configurable {
  public static let about = About(
    "separate", "a network of its own for each task", paper: "van de Ven, Tuytelaars & Tolias 2022",
    .baseline, line: 2, scenarios: [.task])
  public static let standard = SeparateNetworks()
}

extension SeparateNetworks: KeepsTensors {
  /// The network of each task: `task1.hidden1.weight`, …
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    .joined(
      (thetas + [learner.theta]).enumerated().map {
        learner.network.layout.named($1, "task\($0 + 1).")
      })
  }

  public var answerText: String {
    "Task t is answered by the network whose weights begin with task<t>."
  }
}
