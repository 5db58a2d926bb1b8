/// All that a run needs to go on as if it had never been stopped: the learner with its optimiser and
/// random numbers, the method with what it remembers, R, and the place in the stream and in the
/// order of the samples. The data are not in it, only a fingerprint that tells the stream from others.
public struct Checkpoint: Sendable, Codable {
  private enum CodingKeys: String, CodingKey {
    case format, learner, strategyKind, strategy, training, matrix, position, order, seconds
    case streamFingerprint
  }

  let learner: Learner
  let strategy: any Strategy
  let training: Training
  let matrix: AccuracyMatrix
  let position: Run.Position
  let order: Batches?
  let seconds: Double
  let streamFingerprint: String

  init(_ run: Run) {
    learner = run.learner
    strategy = run.strategy
    training = run.training
    matrix = run.matrix
    position = run.position
    order = run.order
    seconds = run.seconds
    streamFingerprint = run.stream.fingerprint
  }

  /// Writes the run, tensors bit for bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(CheckpointFormat.newest, forKey: .format)
    try container.encode(learner, forKey: .learner)
    try Kinds.encode(strategy, to: &container, kind: .strategyKind, .strategy)
    try container.encode(training, forKey: .training)
    try container.encode(matrix, forKey: .matrix)
    try container.encode(position, forKey: .position)
    try container.encodeIfPresent(order, forKey: .order)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(streamFingerprint, forKey: .streamFingerprint)
  }

  /// Reads what `encode` wrote; throws `RunError.otherFormat` when another version of this library wrote it,
  /// and `DecodingError` when a type is not among the `Kinds`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try CheckpointFormat.check(container, .format)
    let kinds = Kinds.known(to: decoder)
    learner = try container.decode(Learner.self, forKey: .learner)
    strategy = try Kinds.decode(
      kinds.strategies, from: container, kind: .strategyKind, .strategy)
    training = try container.decode(Training.self, forKey: .training)
    matrix = try container.decode(AccuracyMatrix.self, forKey: .matrix)
    position = try container.decode(Run.Position.self, forKey: .position)
    order = try container.decodeIfPresent(Batches.self, forKey: .order)
    seconds = try container.decode(Double.self, forKey: .seconds)
    streamFingerprint = try container.decode(String.self, forKey: .streamFingerprint)
    let tasks = matrix.tasks
    guard (0...tasks).contains(position.task),
      position.sources.allSatisfy({ (0..<tasks).contains($0) })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .position, in: container,
        debugDescription: "task \(position.task) on data of \(position.sources) of \(tasks) tasks")
    }
  }
}

extension Run {
  /// The run as it stands, to be saved between any two steps.
  public var checkpoint: Checkpoint { Checkpoint(self) }

  /// Goes on from a checkpoint, on the stream it was made on.
  ///
  /// - Throws: `RunError.otherStream` when the stream has other tasks, other samples or another order
  ///   of either than the one it was made on.
  public init(resuming checkpoint: Checkpoint, on stream: TaskStream) throws {
    guard checkpoint.streamFingerprint == stream.fingerprint else { throw RunError.otherStream }
    self.stream = stream
    self.training = checkpoint.training
    self.learner = checkpoint.learner
    self.strategy = checkpoint.strategy
    self.matrix = checkpoint.matrix
    self.position = checkpoint.position
    self.order = checkpoint.order
    self.seconds = checkpoint.seconds
    leaveOutHeldBack()
  }
}
