/// A protocol: how tasks are made of images, what is known at test time, the network, and how it is trained. All that
/// a run depends on but the images, the method and the seed.
///
/// What is not said is as in van de Ven, Tuytelaars and Tolias (2022). Each property is described once, in ``parts``:
/// flags, files, checks and help texts follow from there.
public struct Experiment: Sendable, Equatable {
  /// How tasks are made of the images.
  public var stream = StreamKind.split
  /// How many tasks there are.
  public var tasks = 5
  /// How many of them, the first ones, are for choosing settings, and not for reporting.
  public var heldBack = 0
  /// Whether it is those that are met: so in the trials of a search.
  public var onHeldBack: Bool?
  /// What is known at test time.
  public var scenario = Scenario.task
  /// Of a split stream: in which order classes are dealt out.
  public var classes: ClassOrder?
  /// Of a rotated stream: the angle of each task; drawn where there are none.
  public var degrees: Angles?
  /// Of a permuted stream: whether the first task sees the images as they are.
  public var firstAsIs: Bool?
  /// Whether tasks share their outputs although the task is given.
  public var sharedOutputs: Bool?
  /// How many random training samples a task has; all where it is `nil`.
  public var trainPerTask: Int?
  /// How many random test samples a task has; all where it is `nil`.
  public var testPerTask: Int?
  /// Which outputs compete in the class-incremental scenario.
  public var activeOutputs = ActiveOutputs.all
  /// Steps per task; 2000 where neither these nor epochs are given.
  public var iterations: Int?
  /// Passes over a task's training samples.
  public var epochs: Int?
  /// Samples per step.
  public var batch = 128
  /// The optimiser's name, such as `adam`, and its settings.
  public var optimizer = "adam"
  public var optimizerSettings: [String: SettingValue] = [:]
  /// Whether the optimiser forgets its state when a task begins.
  public var resetOptimizer = false
  /// Widths of the hidden layers of a perceptron.
  public var hidden = [400, 400]
  /// What follows each hidden layer.
  public var activation = Activation.relu
  /// How weights start.
  public var initialisation = MLP.Start.fanIn
  /// Black pixels added on each side of an image.
  public var padding = 0
  /// What is taken from every pixel, once it lies in [0, 1].
  public var mean = 0.0
  /// What the difference is divided by.
  public var deviation = 1.0
  /// After how many steps of a task the accuracies are measured in between; `nil` is never.
  public var evaluateEvery: Int?
  /// On how many test samples of a task they are; `nil` is all. R is always over all.
  public var evaluateOn: Int?

  /// The protocol of van de Ven, Tuytelaars and Tolias (2022), changed by `change`:
  ///
  ///     Experiment { $0.stream = .permuted; $0.hidden = [100, 100] }
  public init(_ change: (inout Experiment) -> Void = { _ in }) { change(&self) }
}

extension Experiment {
  /// How long and in what portions each task is trained on.
  public var training: Training {
    get {
      let length = epochs.map { Training.Length.epochs($0) } ?? .iterations(iterations ?? 2000)
      return Training(length: length, batchSize: batch, resetsOptimizer: resetOptimizer)
    }
    set {
      (iterations, epochs) =
        switch newValue.length {
        case .iterations(let count): (count, nil)
        case .epochs(let count): (nil, count)
        }
      (batch, resetOptimizer) = (newValue.batchSize, newValue.resetsOptimizer)
    }
  }

  /// What is done to every image.
  public var preprocessing: Preprocessing {
    get { Preprocessing(padding: padding, mean: mean, deviation: deviation) }
    set { (padding, mean, deviation) = (newValue.padding, newValue.mean, newValue.deviation) }
  }

  /// The optimiser, as it is before a run.
  ///
  /// - Throws: `SettingError` for a name or a setting that there is not.
  public func makeOptimizer() throws(SettingError) -> any Optimizer {
    try optimizerType().init(optimizerSettings)
  }

  /// The optimiser's type.
  ///
  /// - Throws: `SettingError` with the nearest name when there is none.
  public func optimizerType() throws(SettingError) -> any (Optimizer & Configurable).Type {
    try Kinds.library.configurableOptimizers.named(optimizer, "optimiser")
  }

  /// Takes this optimiser, with its settings.
  public mutating func use(_ optimizer: some Optimizer & Configurable) {
    self.optimizer = type(of: optimizer).about.key
    optimizerSettings = optimizer.settingValues
  }

  /// A learner for `stream`, with a fresh perceptron drawn from `seed`.
  ///
  /// - Throws: `SettingError` for an optimiser or a setting that there is not.
  public func learner(for stream: TaskStream, seed: UInt64) throws(SettingError) -> Learner {
    learner(for: stream, seed: seed, try makeOptimizer())
  }

  /// The same with an optimiser of the caller's in place of the protocol's.
  public func learner(
    for stream: TaskStream, seed: UInt64, _ optimizer: any Optimizer
  ) -> Learner {
    let network = MLP(
      inputs: stream.inputSize, hidden: hidden, outputs: stream.outputs, activation: activation,
      start: initialisation)
    return Learner(network, optimizer, for: stream, seed: seed, activeOutputs: activeOutputs)
  }

  /// A run of `method` on `stream` that has not begun; all that is drawn comes from `seed`. Its passes are counted.
  ///
  /// - Throws: `SettingError`, and `RunError` when the method does not fit the scenario.
  public func run(_ method: any Strategy, on stream: TaskStream, seed: UInt64) throws -> Run {
    var run = try Run(
      method, try learner(for: stream, seed: seed), on: stream, training, seed: seed)
    run.countsPasses = true
    return run
  }
}
