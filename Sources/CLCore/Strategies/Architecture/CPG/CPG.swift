/// Compacting, picking and growing (Hung et al. 2019): PackNet that chooses how much to prune, chooses
/// which weights of earlier tasks to use, and grows when there is too little room. For each task:
///
/// - **goal**: the accuracy that the task is to reach. The paper's is that of a network trained on it alone.
/// - **pick**: train the weights that belong to nobody, W, together with a binary mask B over those of
///   earlier tasks, θ: the network computes with B ⊙ θ + W. See ``Picks``.
/// - **grow**: below the goal, widen every hidden layer, and pick again from where the task began.
/// - **compact**: B stays, and W is pruned in stages to sparsities s of `sparsities`. Over the first half of
///   a stage s(p) = s_T + (s₀ − s_T)(1 − p)³ rises from the stage before; the other half trains what is
///   left. What is kept is the last stage that met the goal; the rest of W is the next task's.
///
/// A task is answered by the network as wide as it was then, with its B, so that its scores never change
/// again. Whether a goal is met is asked of samples drawn from the task's training data, which no step sees.
/// If the widest network misses it too, what it reaches becomes the goal.
/// Biases below the head belong to the task that made them. The optimiser begins anew with each stage.
///
/// Unlike the paper's code, goals are not checked on the test data, and there is no last stage in which W and
/// M are trained once more after compacting.
///
/// Memory: an owner of one byte a weight, and a bit a weight for each task. Time: up to 1 (the goal) +
/// attempts + `pace` · stages times as many steps as fine-tuning, with six passes over θ a step more.
public struct CPG: Strategy {
  /// Where a task's goal comes from.
  public enum Goal: Sendable, Codable, Equatable {
    /// This accuracy, between 0 and 1.
    case accuracy(Double)
    /// What a network trained on the task alone reaches, less so much.
    case alone(less: Double)

    /// Whether there is something to compare an accuracy with.
    fileprivate var isNumber: Bool {
      switch self {
      case .accuracy(let number), .alone(less: let number): !number.isNaN
      }
    }
  }

  /// The accuracy that a task is to reach.
  public var goal: Goal
  /// By how much of their first width hidden layers grow at a time.
  public var growth: Double
  /// To how many times their first width they may grow.
  public var widest: Double
  /// How long a stage of compacting lasts, as a share of a task's training.
  public var pace: Double
  /// The share of a task's training samples, drawn anew for each task, that are held back to ask whether a
  /// goal is met.
  public var heldBack: Double
  /// What the learning rate of the masks' Adam is.
  public var maskRate: Double
  /// What has been learnt and where the task under way stands; `nil` before the first task.
  public internal(set) var progress: Progress?

  /// The sparsities s_T of the stages of compacting.
  public static let sparsities = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

  /// CPG with the paper's growth.
  public init(
    goal: Goal = .alone(less: 0), growth: Double = 0.5, widest: Double = 1.5, pace: Double = 0.2,
    heldBack: Double = 0.1, maskRate: Double = 5e-4
  ) {
    require(
      growth > 0 && widest >= 1 && pace > 0 && heldBack > 0 && heldBack < 1,
      "CPG cannot grow by \(growth) up to \(widest), at a pace of \(pace), holding back \(heldBack)"
    )
    require(
      maskRate >= 0 && goal.isNumber,
      "CPG cannot move its masks at a rate of \(maskRate) towards the goal \(goal)")
    self.goal = goal
    self.growth = growth
    self.widest = widest
    self.pace = pace
    self.heldBack = heldBack
    self.maskRate = maskRate
  }

  public var name: String { "CPG" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    var progress = progress ?? Progress(learner)
    progress.begin(task, holdingBack: task.held(back: heldBack), learner)
    self.progress = progress
  }

  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    let held = progress?.held ?? []
    let stage = nextStage(task, task.train.subset(held), &learner)
    let steps = training.steps(training.length, samples: task.train.count - held.count)
    switch stage {
    case nil: return nil
    case .goal, .pick: return Phase([task], training.length, heldBack: held)
    case .compact:
      let length = max(2, Int((pace * Double(steps)).rounded()))
      progress?.beginPruning(over: length / 2)
      return Phase([task], .iterations(length), heldBack: held)
    }
  }

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    guard let picks = progress?.picks else {
      return learner.crossEntropy(batch, at: theta, &context)
    }
    return learner.crossEntropy(
      batch, at: theta.straightThrough(theta.value.gated(by: picks.gate)), &context)
  }

  public mutating func adjust(
    _ gradient: inout Tensor, _ task: Experience, _ learner: inout Learner
  ) {
    guard progress?.stage == .pick else { return }
    progress?.gradient = gradient
  }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    // What there is to pick from are weights of earlier tasks, which the step has not moved.
    if let gradient = progress?.gradient { progress?.picks?.step(gradient, at: learner.theta) }
    progress?.gradient = nil
    guard case .compact(let place) = progress?.stage else { return }
    progress?.prune(
      from: place == 0 ? 0 : Self.sparsities[place - 1], to: Self.sparsities[place], task, &learner)
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    progress?.end(task, learner)
  }

  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard let task, let progress else { return learner.scores(x, task: task) }
    return progress.scores(x, task: task, learner)
  }

  public var counted: [String: Int] { ["growths": progress?.growths ?? 0] }
}

extension CPG: Configurable {
  public static let about = About(
    "cpg", "picks among old weights, compacts each task, and grows when there is no room",
    paper: "Hung et al. 2019", .architecture, line: 3, scenarios: [.task], needs: [.hiddenLayer])
  public static let standard = CPG()
  public static let settings: [Setting<CPG>] = [
    .number(
      "goal", \.goal.fixed, .within(0...1),
      "accuracy to reach; that of a network alone if left out"),
    .number(
      "growth", \.growth, .above(0), "by how much of their first width hidden layers grow"),
    .number(
      "widest", \.widest, .atLeast(1), "to how many times their first width they may grow"),
    .number(
      "pace", \.pace, .above(0), "how long a stage of compacting lasts, as a share of a task's"),
    .number(
      "held-back-share", \.heldBack, .between(0, 1),
      "training samples that the goal is asked of"),
    .number("mask-rate", \.maskRate, .atLeast(0), "the learning rate of the masks"),
  ]
}

extension CPG: KeepsTensors {
  /// For each task which weights it uses: `task1.hidden1.weight.used`, …, 1 or 0, in the shapes that they had then.
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    .joined(
      (progress?.learnt ?? []).enumerated().map { place, task in
        let used = task.used.tensor.values.map { UInt8($0) }
        return task.network.layout.named(bytes: used, "task\(place + 1).", suffix: ".used")
      })
  }

  public var answerText: String {
    "Task t is answered by the leading part of each weight that has the shape of task<t>.<weight>.used, times that."
  }
}

extension CPG.Goal {
  /// The accuracy to reach, where it is the same for all tasks.
  fileprivate var fixed: Double? {
    get { if case .accuracy(let goal) = self { goal } else { nil } }
    set { self = newValue.map { .accuracy($0) } ?? .alone(less: 0) }
  }
}
