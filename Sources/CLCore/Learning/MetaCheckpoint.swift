/// All that a meta-learning run needs to go on as if it had never been stopped. The families are not in it,
/// only the fingerprints that tell them from others.
public struct MetaCheckpoint: Sendable, Codable {
  let saved: SavedLoop<any MetaStrategy, MetaTraining, MetaRun.Position, Own>

  /// What a `Run` does not have.
  struct Own: Sendable, Codable {
    let random: Random
    let families: [String]
  }

  init(_ run: MetaRun) {
    saved = SavedLoop(
      learner: run.learner, strategy: run.strategy, training: run.training, position: run.position,
      seconds: run.seconds, own: Own(random: run.random, families: run.families.map(\.fingerprint)))
  }

  /// Writes the run, tensors bit for bit.
  public func encode(to encoder: any Encoder) throws {
    try saved.encode(saved.strategy, to: encoder)
  }

  /// Reads what `encode` wrote; throws `RunError.otherFormat` when another version of this library wrote it,
  /// and `DecodingError` when a type is not among the `Kinds`.
  public init(from decoder: any Decoder) throws {
    saved = try SavedLoop(from: decoder, \.metaStrategies) { position, _ in
      position.family >= 0 && position.step >= 0
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
    let saved = checkpoint.saved
    guard saved.own.families == families.map(\.fingerprint) else { throw RunError.otherStream }
    self.families = families
    (learner, strategy, training) = (saved.learner, saved.strategy, saved.training)
    (position, seconds, random) = (saved.position, saved.seconds, saved.own.random)
  }
}
