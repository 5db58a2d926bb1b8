/// One method learning one stream, step by step.
///
/// `advance` makes the next step and says what happened, so that whoever drives the run can look at
/// the learner at any moment (accuracy on an old task while a new one is learnt), and can stop and
/// save it between any two steps.
///
///     var run = try Run(FineTuning(), learner, on: stream, Training(iterations: 300), seed: 1)
///     try run.finish { event, run in … }
///     print(run.matrix.accuracy)
public struct Run: LearningLoop {
  /// What happened in one `advance`.
  public enum Event: Sendable, Equatable {
    /// A task begins; nothing has been trained on it.
    case began(task: Int)
    /// A step was made, number `step` of its phase from 0; `loss` is that of the batch, before the
    /// step, the penalty included.
    case stepped(task: Int, step: Int, loss: Real)
    /// A task was learnt, and all tasks were tested.
    case learned(task: Int)
  }

  /// The tasks.
  public let stream: TaskStream
  /// How long each is trained on.
  public let training: Training
  /// What learns; it may be changed between steps, to give it another learning rate for instance.
  public var learner: Learner
  /// How; it may be changed between steps.
  public var strategy: any Strategy
  /// R: row 0 at random initialisation, then a row after each task.
  public internal(set) var matrix: AccuracyMatrix
  /// Wall time of learning so far, of what a method does before and after a task too; tests are not
  /// counted.
  public internal(set) var seconds = 0.0
  var position: Position
  var order: Batches?
  /// Where the samples that batches hold are among those of the phase's tasks, laid end to end; `nil` where
  /// none is held back.
  private var drawable: [Int]?

  /// How far a run has come.
  struct Position: StepPosition, Sendable, Codable, Equatable {
    let seed: UInt64
    var task = 0
    var begun = false
    var phaseNumber = -1
    var phasesBegun = 0
    var sources: [Int] = []
    var heldBack: [Int] = []
    var phaseStep = 0
    var phaseSteps = 0
    var stepsMade = 0
    /// `nil` once a step has been made that was not counted.
    var passes: Double? = 0
    var lastFiniteLoss: Real?
  }

  /// Whether the passes of its steps over θ are counted; to be said before the first step, and again of a run that
  /// has been resumed.
  public var countsPasses = false

  /// How many steps have been made in all.
  public var stepsMade: Int { position.stepsMade }

  /// A run that has not begun; tests the untrained learner for row 0 of R.
  ///
  /// - Throws: `RunError.needsTaskIdentity` when the method must be told the task at test time and
  ///   the stream's scenario does not tell it.
  public init(
    _ strategy: any Strategy, _ learner: Learner, on stream: TaskStream, _ training: Training,
    seed: UInt64
  ) throws {
    guard !strategy.needsTaskIdentity || stream.scenario == .task else {
      throw RunError.needsTaskIdentity(method: strategy.name, scenario: stream.scenario)
    }
    self.strategy = strategy
    self.learner = learner
    self.stream = stream
    self.training = training
    self.matrix = AccuracyMatrix(tasks: stream.count, scenario: stream.scenario)
    self.position = Position(seed: seed)
    testAll(row: 0)
  }

  /// Makes the next step; `nil` when the whole stream has been learnt.
  ///
  /// - Throws: `RunError.diverged` when the loss, its gradient or a weight is no longer finite. The run is
  ///   then as it was after the last good step: it can be saved, or continued with a smaller rate.
  ///
  /// While it runs, a method included, subnormal numbers are flushed to zero on this thread.
  public mutating func advance() throws -> Event? {
    guard position.task < stream.count else { return nil }
    let event = try timed { try $0.learn($0.stream[$0.position.task]) }
    if case .learned(let task) = event {
      testAll(row: task + 1)
      (position.task, position.begun) = (task + 1, false)
    }
    return event
  }

  private mutating func learn(_ experience: Experience) throws -> Event {
    if !position.begun {
      begin(experience)
      return .began(task: position.task)
    }
    var rollback = Rollback(to: self)
    while position.phaseStep >= position.phaseSteps {
      position.phaseNumber += 1
      let next = strategy.phase(
        position.phaseNumber, of: experience, after: Array(stream.prefix(position.task)), training,
        &learner)
      guard let next else {
        strategy.didLearn(experience, &learner)
        return .learned(task: position.task)
      }
      begin(next)
    }
    return try step(experience, &rollback)
  }

  /// Learns until the next task has been learnt.
  public mutating func learnTask() throws {
    while let event = try advance() {
      if case .learned = event { return }
    }
  }

  private mutating func begin(_ experience: Experience) {
    position.begun = true
    (position.phaseNumber, position.phaseStep, position.phaseSteps) = (-1, 0, 0)
    learner.tasksSeen = position.task + 1
    if training.resetsOptimizer && position.task > 0 { learner.optimizer.reset() }
    strategy.willLearn(experience, &learner)
  }

  private mutating func begin(_ phase: Phase) {
    let samples = phase.tasks.reduce(-phase.heldBack.count) { $0 + stream[$1].train.count }
    let length = stream.keepsOrder ? .epochs(1) : phase.length
    var epochs: Int?
    if case .epochs(let count) = length { epochs = count }
    order = Batches(
      count: samples, size: training.batchSize, epochs: epochs,
      random: Random(seed: position.seed, "batches", position.phasesBegun))
    position.phasesBegun += 1
    position.sources = phase.tasks
    position.heldBack = phase.heldBack
    leaveOutHeldBack()
    position.phaseStep = 0
    position.phaseSteps = training.steps(length, samples: samples)
  }

  private mutating func step(
    _ experience: Experience, _ rollback: inout Rollback<Run>
  ) throws -> Event {
    guard countsPasses else {
      position.passes = nil
      return try uncountedStep(experience, &rollback)
    }
    let weights = learner.theta.count
    let (event, passes) = try countingPasses(over: weights) {
      try uncountedStep(experience, &rollback)
    }
    position.passes = position.passes.map { $0 + passes }
    return event
  }

  private mutating func uncountedStep(
    _ experience: Experience, _ rollback: inout Rollback<Run>
  ) throws -> Event {
    var batch = nextBatch()
    strategy.willStep(&batch, experience, &learner)
    var context = Context(training: learner.known(experience.index), learner.random)
    var (loss, gradient) = valueAndGradient(at: learner.theta) { theta in
      strategy.loss(batch, at: theta, experience, learner, &context)
    }
    learner.random = context.random
    strategy.adjust(&gradient, experience, &learner)
    loss = try move(
      along: gradient, in: strategy.penalty(experience, learner), loss, of: batch,
      position.phaseStep, of: position.phaseSteps, &rollback)
    learner.write(context.updates)
    strategy.didStep(batch, experience, &learner)
    defer { position.phaseStep += 1 }
    return .stepped(task: position.task, step: position.phaseStep, loss: loss)
  }

  var subject: (method: String, task: Int) { (strategy.name, position.task) }

  func loss(of batch: Batch) -> Real {
    let experience = stream[position.task]
    var context = Context(training: learner.known(experience.index), learner.random)
    let theta = Variable(learner.theta)
    return strategy.loss(batch, at: theta, experience, learner, &context).value.scalar
  }

  /// Works out anew which samples batches may hold.
  mutating func leaveOutHeldBack() {
    drawable = nil
    guard !position.heldBack.isEmpty, let last = position.sources.last else { return }
    let before = position.sources.dropLast().reduce(0) { $0 + stream[$1].train.count }
    let held = Set(position.heldBack)
    drawable =
      Array(0..<before)
      + (0..<stream[last].train.count).filter { !held.contains($0) }.map { before + $0 }
  }

  /// The next samples of the phase, drawn from all its tasks alike, or as they come.
  private mutating func nextBatch() -> Batch {
    let drawn = order?.next() ?? []
    let first = position.phaseStep * training.batchSize
    let places = stream.keepsOrder ? Array(first..<first + drawn.count) : drawn
    let positions = drawable.map { drawable in places.map { drawable[$0] } } ?? places
    if position.sources.count == 1 { return Batch(stream[position.sources[0]], positions) }
    return Batch(mixing: position.sources.map { stream[$0] }, positions)
  }

  private mutating func testAll(row: Int) {
    for experience in stream {
      matrix[after: row, on: experience.index] = accuracy(on: experience)
    }
  }
}
