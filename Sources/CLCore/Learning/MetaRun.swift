/// How long a learner learns from each family of tasks, and in what portions.
public struct MetaTraining: Sendable, Codable, Hashable {
  /// Steps of the optimiser a family.
  public var iterations: Int
  /// Tasks a step: the size of a meta-batch.
  public var tasks: Int
  /// Samples of a task's support set; of classification, of each class.
  public var support: Int
  /// Samples of its query set.
  public var query: Int

  /// The meta-batch of the sinusoids of Finn, Abbeel & Levine (2017) unless told otherwise.
  public init(iterations: Int, tasks: Int = 25, support: Int = 10, query: Int = 10) {
    require(
      iterations >= 0 && tasks > 0 && support > 0 && query > 0,
      "meta-training needs tasks and samples, got \(tasks) tasks of \(support) and \(query)")
    self.iterations = iterations
    self.tasks = tasks
    self.support = support
    self.query = query
  }
}

/// One method that learns to learn from a stream of families of tasks, step by step. One family is plain
/// meta-learning; several are its lifelong form.
///
///     var run = try MetaRun(MAML(), learner, on: [Sinusoids()], MetaTraining(iterations: 70_000), seed: 1)
///     try run.finish { event, run in … }
///
/// It can be stopped and saved between any two steps.
public struct MetaRun: LearningLoop {
  /// What happened in one `advance`.
  public enum Event: Sendable, Equatable {
    /// A step was made on family number `family`; `loss` is that of its meta-batch, before the step.
    case stepped(family: Int, step: Int, loss: Real)
    /// The last step on a family was made before; the next one begins with the next step.
    case learned(family: Int)
  }

  /// The families, in the order in which they are met.
  public let families: [any TaskFamily]
  /// How long each is learnt from.
  public let training: MetaTraining
  /// What learns; it may be changed between steps, to give it another rate for instance.
  public var learner: Learner
  /// How; it may be changed between steps.
  public var strategy: any MetaStrategy
  /// Wall time of learning so far.
  public internal(set) var seconds = 0.0
  var random: Random
  var position = Position()

  /// How far a run has come.
  struct Position: StepPosition, Sendable, Codable, Equatable {
    var family = 0
    var step = 0
    var stepsMade = 0
    var lastFiniteLoss: Real?
  }

  /// A run that has not begun. The tasks are drawn from `seed` alone: methods with one seed meet the same
  /// tasks.
  public init(
    _ strategy: any MetaStrategy, _ learner: Learner, on families: [any TaskFamily],
    _ training: MetaTraining, seed: UInt64
  ) {
    for family in families {
      require(
        family.inputs == learner.network.inputs && family.outputs == learner.network.outputs,
        "the network has \(learner.network.inputs) inputs and \(learner.network.outputs) outputs, but "
          + "\(family.name) needs \(family.inputs) and \(family.outputs)")
    }
    self.strategy = strategy
    self.learner = learner
    self.families = families
    self.training = training
    self.random = Random(seed: seed, "tasks")
  }

  /// How many steps have been made in all.
  public var stepsMade: Int { position.stepsMade }

  /// Makes the next step; `nil` when all families have been learnt from.
  ///
  /// - Throws: `RunError.diverged` when the loss, its gradient or a weight is no longer finite. The run is
  ///   then as it was after the last good step.
  ///
  /// While it runs, a method included, subnormal numbers are flushed to zero on this thread.
  public mutating func advance() throws -> Event? {
    guard position.family < families.count else { return nil }
    return try timed { try $0.learn($0.position.family) }
  }

  private mutating func learn(_ family: Int) throws -> Event {
    var rollback = Rollback(to: self)
    if position.step == 0 { strategy.willLearn(family: family, &learner) }
    guard position.step < training.iterations else {
      strategy.didLearn(family: family, &learner)
      (position.family, position.step) = (family + 1, 0)
      return .learned(family: family)
    }
    let episodes = families[family].episodes(
      training.tasks, support: training.support, query: training.query, &random)
    var (loss, gradient) = strategy.lossAndGradient(episodes, &learner)
    loss = try move(
      along: gradient, loss, of: episodes, position.step, of: training.iterations, &rollback)
    strategy.didStep(episodes, &learner)
    defer { position.step += 1 }
    return .stepped(family: family, step: position.step, loss: loss)
  }

  var subject: (method: String, task: Int) { (strategy.name, position.family) }

  func loss(of episodes: Episodes) -> Real {
    // On copies, for a loss may draw random numbers.
    var (strategy, learner) = (strategy, learner)
    let theta = Variable(learner.theta)
    return strategy.loss(episodes, at: theta, &learner).value.scalar
  }

  /// Learns until the next family has been learnt from.
  public mutating func learnFamily() throws {
    while let event = try advance() {
      if case .learned = event { return }
    }
  }
}
