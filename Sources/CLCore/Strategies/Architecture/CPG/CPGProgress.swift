extension CPG {
  /// A stretch of training within a task.
  public enum Stage: Sendable, Codable, Equatable {
    /// A network of its own learns the task.
    case goal
    /// Free weights are trained and others picked.
    case pick
    /// Pruning to the sparsity in this place among `sparsities`.
    case compact(Int)
  }

  /// A task that has been learnt.
  public struct Learnt: Sendable, Codable, Equatable {
    /// The network as wide as it was then.
    public let network: MLP
    /// Which of its weights the task uses, its own and those it picked.
    public let used: BitMask
    /// The accuracy on held-back samples that it had to reach.
    public let goal: Double
    /// The share of its own weights that compacting gave back.
    public let sparsity: Double
    /// How many weights of earlier tasks it uses.
    public let picked: Int
  }

  /// What CPG remembers, and where the task under way stands.
  public struct Progress: Sendable, Codable {
    /// Who owns which weight.
    public internal(set) var ownership: Ownership
    /// The tasks that have been learnt.
    public internal(set) var learnt: [Learnt] = []
    /// How often the network has grown.
    public internal(set) var growths = 0
    /// The stage under way; `nil` between tasks.
    public internal(set) var stage: Stage?
    /// The width of each hidden layer at the beginning.
    let firstWidths: [Int]
    /// Where in the training data of the task under way the samples are that no step sees.
    var held: [Int] = []
    var picks: Picks?
    /// The gradient of the step under way, until it has been made.
    var gradient: Tensor?
    var goal = 0.0
    var sparsity = 0.0
    /// Where to return to: the task's beginning, and while compacting the last stage that met the goal.
    var theta: Tensor?
    private var ownershipThen: Ownership?
    private var claimed: [Int] = []
    private var pruningSteps = 0
    private var steps = 0

    init(_ learner: Learner) {
      let network = learner.perceptron(for: "CPG")
      ownership = Ownership(network.layout, outputsOfTask: learner.outputsOfTask)
      firstWidths = network.widths
    }

    mutating func begin(_ task: Experience, holdingBack count: Int, _ learner: Learner) {
      held = learner.positions(count, of: task, for: "samples held back")
      (stage, picks, sparsity) = (nil, nil, 0)
      save(learner)
    }

    mutating func save(_ learner: Learner) {
      theta = learner.theta
      ownershipThen = ownership
    }

    mutating func restore(_ learner: inout Learner) {
      guard let theta, let ownershipThen else { return }
      learner.theta = theta
      ownership = ownershipThen
    }

    /// A network of its own learns the task.
    mutating func beginGoal(_ learner: inout Learner) {
      stage = .goal
      learner.theta = learner.network.layout.initial(&learner.random)
      learner.trainable = nil
      learner.optimizer.reset()
    }

    /// Widens the network by `share` of its first width, from where the task began.
    mutating func grow(by share: Double, _ learner: inout Learner) {
      restore(&learner)
      growths += 1
      let small = learner.perceptron(for: "CPG")
      let widths = firstWidths.map {
        Int((Double($0) * (1 + Double(growths) * share)).rounded())
      }
      learner.grow(into: small.with(hidden: widths))
      learner.optimizer.reset()
      ownership.carry(from: small.layout, to: learner.network.layout, learner.outputsOfTask)
      save(learner)
    }

    /// Free weights are the task's, and those of earlier tasks are to be picked from.
    mutating func beginPick(_ task: Experience, rate: Double, _ learner: inout Learner) {
      restore(&learner)
      stage = .pick
      ownership.claim(for: task.owner)
      learner.trainable = ownership.mask(task.owner...task.owner)
      // The very first steps are fine-tuning's; there is nothing to pick from.
      if task.index == 0 { return }
      learner.optimizer.reset()
      picks = Picks(ownership, for: task.owner, in: learner.network.layout, rate: rate)
    }

    mutating func beginCompacting(_ place: Int, _ task: Experience, _ learner: inout Learner) {
      let layout = learner.network.layout
      if place == 0 { claimed = ownership.held(by: task.owner, in: layout) }
      stage = .compact(place)
      learner.optimizer.reset()
    }

    mutating func beginPruning(over steps: Int) {
      pruningSteps = steps
      self.steps = 0
    }

    /// After a step of compacting: prunes what the schedule asks for, every tenth step and at its end.
    mutating func prune(
      from first: Double, to last: Double, _ task: Experience, _ learner: inout Learner
    ) {
      steps += 1
      guard steps <= pruningSteps, steps % 10 == 0 || steps == pruningSteps else { return }
      let left = 1 - Double(steps) / Double(pruningSteps)
      let sparsity = last + (first - last) * left * left * left
      let kept = claimed.map { $0 - Int((sparsity * Double($0)).rounded()) }
      ownership.prune(
        &learner.theta, of: task.owner, keeping: kept, in: learner.network.layout)
      learner.trainable = ownership.mask(task.owner...task.owner)
    }

    mutating func end(_ task: Experience, _ learner: Learner) {
      let gate = picks?.gate ?? .ones(learner.theta.shape)
      let used = ownership.mask(1...task.owner).gated(by: gate)
      learnt.append(
        Learnt(
          network: learner.perceptron(for: "CPG"), used: BitMask(used), goal: goal,
          sparsity: sparsity, picked: picks?.counts.picked ?? 0))
      (stage, picks) = (nil, nil)
      (theta, ownershipThen) = (nil, nil)
    }
  }
}
