/// Which outputs take part in a prediction and in its loss.
public enum ActiveOutputs: String, Sendable, Codable, CaseIterable {
  /// All outputs of the stream, from the start.
  case all
  /// The outputs of the classes met so far.
  case seen
  /// In training, the outputs of the sample's own task alone, so that learning a class pushes none of an
  /// earlier task down (Zeno, Golan, Hoffer & Soudry 2018, the "labels trick"); at test time, and in all
  /// that a method works out from a task's data, those of the classes met so far.
  case own
}

/// What learns: a network, its weights θ, the optimiser that moves them, and random numbers.
///
/// A value: a copy is another learner that goes its own way. `let teacher = learner.theta` keeps an
/// old model at no cost until the learner moves on.
public struct Learner: Sendable {
  /// The function f(x; θ).
  public internal(set) var network: any Network
  /// The weights θ, [P].
  public var theta: Tensor
  /// The rule that moves θ, with its state.
  public var optimizer: any Optimizer
  /// The learner's own random numbers, for what a method draws.
  public var random: Random
  /// Whether the task's identity is given at test time.
  public let scenario: Scenario
  /// Which outputs are active in the class-incremental scenario.
  public var activeOutputs: ActiveOutputs
  /// The outputs of each task of the stream.
  public let outputsOfTask: [Range<Int>]
  /// How many of the stream's tasks have been met.
  public internal(set) var tasksSeen = 0
  /// A weight moves where this is nonzero, [P]; everywhere when it is `nil`.
  ///
  /// It holds back the *step*, not the gradient: momentum or weight decay would move a weight whose
  /// gradient is zero.
  public var trainable: Tensor?

  /// A learner for `stream`, with a fresh θ drawn from `seed`.
  public init(
    _ network: any Network, _ optimizer: any Optimizer, for stream: TaskStream, seed: UInt64,
    activeOutputs: ActiveOutputs = .all
  ) {
    require(
      network.inputs == stream.inputSize && network.outputs == stream.outputs,
      "the network has \(network.inputs) inputs and \(network.outputs) outputs, "
        + "but the stream needs \(stream.inputSize) and \(stream.outputs)")
    var initial = Random(seed: seed, "initialisation")
    self.network = network
    self.theta = network.layout.initial(&initial)
    self.optimizer = optimizer
    self.random = Random(seed: seed, "method")
    self.scenario = stream.scenario
    self.activeOutputs = activeOutputs
    self.outputsOfTask = stream.map(\.classes)
  }

  /// A learner that meets no stream of classes, but tasks with outputs of their own: its classes are all
  /// active. θ is fresh, drawn from `seed`.
  public init(_ network: any Network, _ optimizer: any Optimizer, seed: UInt64) {
    var initial = Random(seed: seed, "initialisation")
    self.network = network
    self.theta = network.layout.initial(&initial)
    self.optimizer = optimizer
    self.random = Random(seed: seed, "method")
    self.scenario = .domain
    self.activeOutputs = .all
    self.outputsOfTask = []
  }

  /// The outputs that take part for a sample of `task`.
  ///
  /// Only in the task-incremental scenario does the answer depend on the task; elsewhere the task
  /// is not looked at.
  public func active(_ task: Int?) -> Range<Int> {
    switch scenario {
    case .task:
      guard let task else { misuse("the task-incremental scenario needs the task's identity") }
      return outputsOfTask[task]
    case .domain: return 0..<network.outputs
    case .class:
      guard activeOutputs != .all, tasksSeen > 0 else { return 0..<network.outputs }
      return 0..<(outputsOfTask.prefix(tasksSeen).map(\.upperBound).max() ?? network.outputs)
    }
  }

  /// The outputs of the tasks met so far.
  public var outputsWithData: [Range<Int>] { Array(outputsOfTask.prefix(tasksSeen)) }

  /// What a network may be told of a sample's task: nothing, except in the task-incremental
  /// scenario.
  public func known(_ task: Int) -> Int? { scenario == .task ? task : nil }

  /// L(θ): the mean cross-entropy of a batch, shape `[]`.
  public func crossEntropy(
    _ batch: Batch, at theta: Variable, _ context: inout Context
  ) -> Variable {
    scores(batch, at: theta, &context).crossEntropy(batch.labels, over: active(batch))
  }

  /// The scores of a batch: [n, outputs]. The context gets the batch's task.
  public func scores(_ batch: Batch, at theta: Variable, _ context: inout Context) -> Variable {
    // A network takes one task, so it is given none for a batch that mixes them.
    let mixed = batch.tasks.contains { $0 != batch.tasks[0] }
    context.task = mixed ? nil : known(batch.tasks[0])
    return network(Variable(batch.inputs), at: theta, &context)
  }

  /// L(θ) of a batch in the mode `.test`, shape `[]`.
  public func crossEntropy(_ batch: Batch, at theta: Variable) -> Variable {
    var context = Context()
    return crossEntropy(batch, at: theta, &context)
  }

  /// The scores of a batch in the mode `.test`: [n, outputs].
  public func scores(_ batch: Batch, at theta: Variable) -> Variable {
    var context = Context()
    return scores(batch, at: theta, &context)
  }

  /// The outputs that take part for each sample of a batch.
  public func active(_ batch: Batch) -> Columns {
    if scenario == .class && activeOutputs == .own {
      return batch.tasks.count > 1
        ? .ranges(batch.tasks.map { outputsOfTask[$0] }) : .range(outputsOfTask[batch.tasks[0]])
    }
    guard scenario == .task, batch.tasks.count > 1 else { return .range(active(batch.tasks[0])) }
    return .ranges(batch.tasks.map { active($0) })
  }

  /// ∇L(θ) of a batch in the mode `.test`, [P].
  public func gradient(_ batch: Batch) -> Tensor {
    CLCore.gradient(at: theta) { crossEntropy(batch, at: $0) }
  }

  /// The scores of inputs [n, size] → [n, outputs].
  public func scores(_ x: Tensor, task: Int?) -> Tensor {
    network(Variable(x), at: Variable(theta), task: task).value
  }

  /// Moves θ along `gradient` [P], and down a well if there is one, by one step of the optimiser, where
  /// θ may move. Gives the well's value at θ as it was, 0 without one.
  @discardableResult
  public mutating func step(_ gradient: consuming Tensor, in well: Quadratic? = nil) -> Real {
    guard let trainable else { return move(gradient, in: well) }
    require(
      trainable.count == theta.count,
      "a mask of shape \(trainable.shape) cannot hold back weights of shape \(theta.shape)")
    let before = theta
    let value = move(gradient, in: well)
    theta.write { theta in
      before.read { before in
        trainable.read { trainable in
          for i in theta.indices where trainable[i] == 0 { theta[i] = before[i] }
        }
      }
    }
    return value
  }

  private mutating func move(_ gradient: consuming Tensor, in well: Quadratic?) -> Real {
    if let well { return optimizer.step(&theta, gradient, in: well) }
    optimizer.step(&theta, gradient)
    return 0
  }

  /// Writes new values of running statistics into θ, unless the weights in a slot may not move: frozen means
  /// statistics too.
  mutating func write(_ updates: [Slot: Tensor]) {
    for (slot, value) in updates where trainable.map({ $0[slot].squaredLength > 0 }) ?? true {
      require(
        value.count == slot.shape.count,
        "a statistic of shape \(slot.shape) cannot become one of shape \(value.shape)")
      theta.write { theta in
        if let start = theta.baseAddress { value.copy(to: start + slot.offset) }
      }
    }
  }

  /// Replaces the network by a larger one: weights, moments and mask follow their names, new
  /// weights start fresh and may move.
  public mutating func grow(into larger: any Network) {
    require(
      larger.inputs == network.inputs && larger.outputs >= network.outputs,
      "a network of \(network.inputs) inputs and \(network.outputs) outputs cannot grow into one of "
        + "\(larger.inputs) and \(larger.outputs)")
    let old = network.layout
    let new = larger.layout
    theta = new.carry(theta, from: old, fresh: new.initial(&random))
    trainable = trainable.map { new.carry($0, from: old, fresh: .ones([new.count])) }
    optimizer.carry(from: old, to: new)
    network = larger
  }

  /// Draws θ anew and forgets the optimiser's state.
  public mutating func restart() {
    theta = network.layout.initial(&random)
    optimizer.reset()
  }
}
