/// PackNet (Mallya & Lazebnik 2018, section 3): many tasks packed into one network, each in the weights
/// that the ones before could do without. For each task, three stages:
///
/// 1. train the weights that belong to nobody, beside the frozen ones of earlier tasks;
/// 2. in each layer, set the share ρ of them that is least in magnitude to 0, and give it back;
/// 3. train what is left of them once more: it becomes the task's for good.
///
/// Task k is answered by the weights of the tasks up to k, w · 1[0 < owner ≤ k], and by its own head, so
/// that its scores never change again. Biases below the head are trained with the first task alone. The
/// optimiser begins anew before each stage but the very first. What is held back is the *step* of a
/// frozen weight: momentum and weight decay would move one whose gradient is 0.
///
/// Unlike the paper, there is no batch normalisation to freeze.
///
/// Memory: an owner of one byte a weight. Time: as fine-tuning with two passes over θ a step more, for
/// (1 + `retraining`) times as many steps.
public struct PackNet: Strategy {
  /// ρ in [0, 1), the share of a task's weights that is given back.
  public var pruning: Double
  /// How long stage 3 lasts, as a share of stage 1.
  public var retraining: Double
  /// Who owns which weight; `nil` before the first task.
  public private(set) var ownership: Ownership?

  /// PackNet that gives back the share `pruning` of every task's weights.
  public init(pruning: Double = 0.5, retraining: Double = 0.5) {
    require(
      (0..<1).contains(pruning) && retraining >= 0,
      "PackNet cannot prune a share of \(pruning) and retrain for \(retraining) of the time")
    self.pruning = pruning
    self.retraining = retraining
  }

  public var name: String { "PackNet" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    var ownership =
      ownership
      ?? Ownership(learner.network.layout, outputsOfTask: learner.outputsOfTask)
    ownership.claim(for: task.owner)
    learner.trainable = ownership.mask(task.owner...task.owner)
    if task.index > 0 { learner.optimizer.reset() }
    self.ownership = ownership
  }

  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    switch number {
    case 0: return Phase([task], training.length)
    case 1:
      prune(task, &learner)
      let steps = training.steps(of: retraining, samples: task.train.count)
      return steps > 0 ? Phase([task], .iterations(steps)) : nil
    default: return nil
    }
  }

  private mutating func prune(_ task: Experience, _ learner: inout Learner) {
    let layout = learner.network.layout
    guard let held = ownership?.held(by: task.owner, in: layout) else { return }
    let kept = held.map { $0 - Int((pruning * Double($0)).rounded()) }
    ownership?.prune(&learner.theta, of: task.owner, keeping: kept, in: layout)
    learner.trainable = ownership?.mask(task.owner...task.owner)
    learner.optimizer.reset()
  }

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard let task, let ownership else { return learner.scores(x, task: task) }
    let theta = learner.theta.gated(by: ownership.mask(1...task + 1))
    return learner.network(Variable(x), at: Variable(theta), task: task).value
  }
}

extension PackNet: Configurable {
  public static let about = About(
    "packnet", "prunes each task's weights, and packs the next task into those given back",
    paper: "Mallya & Lazebnik 2018", .architecture, line: 1, scenarios: [.task])
  public static let standard = PackNet()
  public static let settings: [Setting<PackNet>] = [
    .number("pruning", \.pruning, .within(0..<1), "ρ, the share of a task's weights given back"),
    .number(
      "retraining", \.retraining, .atLeast(0),
      "training after pruning, as a share of that before"),
  ]
}

extension PackNet: KeepsTensors {
  /// The owner of each weight: `hidden1.weight.owner`, …, a task from 1, or 0 for nobody.
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    ownership.map { learner.network.layout.named(bytes: $0.owners, suffix: ".owner") } ?? [:]
  }

  public var answerText: String {
    "Task t is answered by the weights whose owner is from 1 to t; all others count as 0."
  }
}

extension Experience {
  /// Its number among the owners of weights, from 1.
  var owner: Int { index + 1 }
}

extension Training {
  /// The number of steps in `share` of the time that a task is trained for.
  func steps(of share: Double, samples: Int) -> Int {
    Int((share * Double(steps(length, samples: samples))).rounded())
  }
}
