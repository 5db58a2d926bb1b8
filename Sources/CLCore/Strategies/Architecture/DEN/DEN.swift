/// Dynamically expandable networks (Yoon, Yang, Lee & Hwang 2018, algorithms 1 to 4). The first task is learnt
/// under μ‖W‖₁, which makes the network sparse. For a later task t:
///
/// 1. **Selective retraining** (algorithm 2): its head alone is trained under μ‖·‖₁; the units from which
///    nonzero weights lead to its outputs, found breadth first, are a sub-network S; S is trained under
///    λ₂/2 ‖W_S‖² + λ‖Wᵗ − Wᵗ⁻¹‖².
/// 2. **Expansion** (algorithm 3), if the loss is then above τ: k units are added to each hidden layer, and what
///    is new is trained under μ‖·‖₁ + γ Σ_g ‖g‖₂, a group g being what enters a new unit. A unit whose group
///    has become 0 is removed.
/// 3. **Split** (algorithm 4): a unit whose incoming weights have drifted by ρᵢ = ‖wᵢᵗ − wᵢᵗ⁻¹‖₂ > σ is
///    duplicated: the original is put back, the copy keeps what it has become. Then all but the heads of
///    earlier tasks is trained under λ‖Wᵗ − Wᵗ⁻¹‖².
/// 4. **Timestamp**: task t is answered by the units there were when it was learnt, so that what is added later
///    never reaches it. Units that were retrained and not split have drifted: that much is forgotten.
///
/// The pull λ‖Wᵗ − Wᵗ⁻¹‖² during selective retraining is that of the authors' code; in the paper it stands at
/// the beginning of algorithm 4. As in that code it leaves the heads alone, for a new one has no Wᵗ⁻¹, and ‖·‖₁
/// and the group norm are proximal steps after each step of the optimiser, not scaled by its rate. The optimiser
/// begins anew with each stage.
///
/// Unlike the paper, the loss is the cross-entropy of the task's own outputs, the bias of a unit is part of its
/// group and of its drift, and the split's retraining is left out where nothing was split. Unlike the authors'
/// code, units are split whether or not the network was expanded, and all that drifted beyond σ: the code takes
/// at most k a layer, and of them those that drifted least. Unlike the authors' code, which has λ₂ and ‖·‖₁ in
/// every stage and ‖·‖₁ on biases too, λ₂ is for selective retraining alone, and ‖·‖₁ for the matrices of the
/// first task, of a new head and of what expansion adds. Unlike the authors' code, which compares τ with the loss
/// of the last batch, τ is compared with the mean over the task's training data.
///
/// Memory: a number a layer for each task. Time: up to 3 + `headShare` times as many steps as fine-tuning, with
/// eight passes over θ a step more.
public struct DEN: Strategy {
  /// μ, the strength of ‖W‖₁: how much every weight shrinks in a step.
  public var sparsity: Double
  /// λ₂, the weight decay of selective retraining.
  public var decay: Double
  /// γ, the strength of the group norm: how much what enters a new unit shrinks in a step.
  public var group: Double
  /// λ, the strength of the pull towards the weights from before the task. The authors' code has 0.5 and a ½.
  public var pull: Double
  /// τ, the loss above which the network is expanded.
  public var lossThreshold: Double
  /// k, how many units are added to each hidden layer.
  public var added: Int
  /// σ, the drift beyond which a unit is split.
  public var driftThreshold: Double
  /// How long a new head is trained alone, as a share of a task's training.
  public var headShare: Double
  /// What has been learnt and where the task under way stands; `nil` before the first task.
  public internal(set) var progress: Progress?

  /// DEN with the settings of the authors' code.
  public init(
    sparsity: Double = 1e-5, decay: Double = 1e-4, group: Double = 1e-3, pull: Double = 0.25,
    lossThreshold: Double = 0.01, added: Int = 10, driftThreshold: Double = 0.05,
    headShare: Double = 0.1
  ) {
    require(
      sparsity >= 0 && decay >= 0 && group >= 0 && pull >= 0 && added >= 0 && headShare > 0,
      "DEN's strengths and its number of new units cannot be negative")
    require(
      lossThreshold >= 0 && driftThreshold >= 0,
      "DEN cannot expand above a loss of \(lossThreshold) and split beyond a drift of \(driftThreshold)"
    )
    self.sparsity = sparsity
    self.decay = decay
    self.group = group
    self.pull = pull
    self.lossThreshold = lossThreshold
    self.added = added
    self.driftThreshold = driftThreshold
    self.headShare = headShare
  }

  public var name: String { "DEN" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    let stamps = progress?.stamps ?? []
    let changes = progress?.changes ?? []
    progress = Progress(learner, stamps: stamps, changes: changes)
  }

  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    guard let stage = nextStage(task, &learner) else { return nil }
    progress?.stage = stage
    if stage != .first { learner.optimizer.reset() }
    guard stage == .head else { return Phase([task], training.length) }
    let steps = training.steps(of: headShare, samples: task.train.count)
    return Phase([task], .iterations(max(1, steps)))
  }

  public func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? {
    progress?.well
  }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    guard let stage = progress?.stage, let mask = learner.trainable else { return }
    switch stage {
    case .first, .head:
      learner.theta.shrink(by: sparsity, in: learner.network.layout, where: mask)
    case .expand:
      learner.theta.shrink(by: sparsity, in: learner.network.layout, where: mask)
      let network = learner.perceptron(for: "DEN")
      if let new = progress?.newUnits(of: network) {
        learner.theta.shrinkUnits(new, of: network, by: group)
      }
    case .retrain, .split: break
    }
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    progress?.end(learner)
  }

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard let task, let stamps = progress?.stamps, task < stamps.count else {
      return learner.scores(x, task: task)
    }
    let network = learner.perceptron(for: "DEN")
    let then = network.with(hidden: stamps[task])
    let theta = then.layout.carry(
      learner.theta, from: network.layout, fresh: .zeros([then.layout.count]))
    return then(Variable(x), at: Variable(theta), task: task).value
  }

  public var counted: [String: Int] {
    ["expansions": progress?.expansions ?? 0, "splits": progress?.splits ?? 0]
  }
}

extension DEN: Configurable {
  public static let about = About(
    "den", "retrains a part of the network, adds units, and splits those that drifted",
    paper: "Yoon, Yang, Lee & Hwang 2018", .architecture, line: 2, scenarios: [.task],
    needs: [.hiddenLayer])
  public static let standard = DEN()
  public static let settings: [Setting<DEN>] = [
    .number("sparsity", \.sparsity, .atLeast(0), "μ, how much every weight shrinks in a step"),
    .number("decay", \.decay, .atLeast(0), "λ₂, the weight decay of selective retraining"),
    .number(
      "group", \.group, .atLeast(0), "γ, how much what enters a new unit shrinks in a step"),
    .number("pull", \.pull, .atLeast(0), "λ, the pull towards the weights before the task"),
    .number(
      "loss-threshold", \.lossThreshold, .atLeast(0),
      "τ, the loss above which the network grows"),
    .count("added", \.added, from: 0, "k, units added to each hidden layer"),
    .number(
      "drift-threshold", \.driftThreshold, .atLeast(0),
      "σ, the drift beyond which a unit is split"),
    .number(
      "head-share", \.headShare, .above(0),
      "training of a new head alone, as a share of a task's"),
  ]
}

extension DEN: KeepsTensors {
  /// How many units of each hidden layer answer a task: `task1.widths`, …, [hidden layers].
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    let stamps = progress?.stamps ?? []
    let pairs = stamps.enumerated().map { place, widths in
      ("task\(place + 1).widths", KeptTensor.numbers(Tensor(widths.map { Real($0) })))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  public var answerText: String {
    "Task t is answered by the first task<t>.widths units of the hidden layers."
  }
}
