/// What a checkpoint of either kind of run holds, and what that kind has of its `Own`; all of it on one level.
struct SavedLoop<
  Method: Sendable, Training: Codable & Sendable, Position: Codable & Sendable,
  Own: Codable & Sendable
>: Sendable {
  let learner: Learner
  let strategy: Method
  let training: Training
  let position: Position
  let seconds: Double
  let own: Own
}

extension SavedLoop {
  /// The version of what checkpoints are made of.
  ///
  /// Format 1, which did not state its number, knew streams by a CRC-32 and families by their names alone, and its
  /// methods held back other samples than they do now: a run begun with it would end with the results of neither
  /// version, and so it is not continued. Format 2 kept the network in use among those of separate networks, and
  /// declared passes instead of counting them.
  private static var newestFormat: Int { 3 }

  private enum CodingKeys: String, CodingKey {
    case format, learner, strategyKind, strategy, training, position, seconds
  }

  /// Writes it, tensors bit for bit; `strategy` is its own.
  func encode(_ strategy: any SavedKind, to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.newestFormat, forKey: .format)
    try container.encode(learner, forKey: .learner)
    try Kinds.encode(strategy, to: &container, kind: .strategyKind, .strategy)
    try container.encode(training, forKey: .training)
    try container.encode(position, forKey: .position)
    try container.encode(seconds, forKey: .seconds)
    try own.encode(to: encoder)
  }

  /// Reads what `encode` wrote; throws `RunError.otherFormat` when another version of this library wrote it, and
  /// `DecodingError` when a type is not among the `Kinds` or no run can be at its position.
  init(
    from decoder: any Decoder, _ types: (Kinds) -> [any SavedKind.Type],
    canBeAt: (Position, Own) -> Bool
  ) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let format = try container.decodeIfPresent(Int.self, forKey: .format) ?? 1
    guard format == Self.newestFormat else {
      throw RunError.otherFormat(format, known: Self.newestFormat)
    }
    learner = try container.decode(Learner.self, forKey: .learner)
    strategy = try Kinds.decode(
      types(.known(to: decoder)), from: container, kind: .strategyKind, .strategy)
    training = try container.decode(Training.self, forKey: .training)
    position = try container.decode(Position.self, forKey: .position)
    seconds = try container.decode(Double.self, forKey: .seconds)
    own = try Own(from: decoder)
    guard canBeAt(position, own) else {
      throw DecodingError.dataCorruptedError(
        forKey: .position, in: container, debugDescription: "no run can be at \(position)")
    }
  }
}
