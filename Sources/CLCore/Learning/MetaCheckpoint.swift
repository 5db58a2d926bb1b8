/// All that a meta-learning run needs to go on as if it had never been stopped. The families are not in it,
/// only the fingerprints that tell them from others.
public struct MetaCheckpoint: Sendable, Codable {
  private enum CodingKeys: String, CodingKey {
    case format, learner, strategyKind, strategy, training, random, position, seconds, families
  }

  let learner: Learner
  let strategy: any MetaStrategy
  let training: MetaTraining
  let random: Random
  let position: MetaRun.Position
  let seconds: Double
  let families: [String]

  init(_ run: MetaRun) {
    learner = run.learner
    strategy = run.strategy
    training = run.training
    random = run.random
    position = run.position
    seconds = run.seconds
    families = run.families.map(\.fingerprint)
  }

  /// Writes the run, tensors bit for bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(CheckpointFormat.newest, forKey: .format)
    try container.encode(learner, forKey: .learner)
    try Kinds.encode(strategy, to: &container, kind: .strategyKind, .strategy)
    try container.encode(training, forKey: .training)
    try container.encode(random, forKey: .random)
    try container.encode(position, forKey: .position)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(families, forKey: .families)
  }

  /// Reads what `encode` wrote; throws `RunError.otherFormat` when another version of this library wrote it,
  /// and `DecodingError` when a type is not among the `Kinds`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try CheckpointFormat.check(container, .format)
    learner = try container.decode(Learner.self, forKey: .learner)
    strategy = try Kinds.decode(
      Kinds.known(to: decoder).metaStrategies, from: container, kind: .strategyKind, .strategy)
    training = try container.decode(MetaTraining.self, forKey: .training)
    random = try container.decode(Random.self, forKey: .random)
    position = try container.decode(MetaRun.Position.self, forKey: .position)
    seconds = try container.decode(Double.self, forKey: .seconds)
    families = try container.decode([String].self, forKey: .families)
    guard position.family >= 0, position.step >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .position, in: container,
        debugDescription: "step \(position.step) of family \(position.family)")
    }
  }
}

extension MetaRun {
  /// The run as it stands, to be saved between any two steps.
  public var checkpoint: MetaCheckpoint { MetaCheckpoint(self) }

  /// Goes on from a checkpoint, on the families it was made on.
  ///
  /// - Throws: `RunError.otherStream` when they are not these families: others, other data, or in another order.
  public init(resuming checkpoint: MetaCheckpoint, on families: [any TaskFamily]) throws {
    guard checkpoint.families == families.map(\.fingerprint) else { throw RunError.otherStream }
    self.families = families
    learner = checkpoint.learner
    strategy = checkpoint.strategy
    training = checkpoint.training
    random = checkpoint.random
    position = checkpoint.position
    seconds = checkpoint.seconds
  }
}
