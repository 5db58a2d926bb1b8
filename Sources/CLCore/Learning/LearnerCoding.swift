// A learner holds its network and its optimiser as "any" of their kind, so what is saved begins
// with the type's name, and reading looks the name up in a list of types.

extension Learner: Codable {
  private enum CodingKeys: String, CodingKey {
    case networkKind, network, theta, optimizerKind, optimizer, random, scenario, activeOutputs
    case outputsOfTask, tasksSeen, trainable
  }

  /// Writes everything a run needs to go on with the same bits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try Kinds.encode(network, to: &container, kind: .networkKind, .network)
    try container.encode(theta, forKey: .theta)
    try Kinds.encode(optimizer, to: &container, kind: .optimizerKind, .optimizer)
    try container.encode(random, forKey: .random)
    try container.encode(scenario, forKey: .scenario)
    try container.encode(activeOutputs, forKey: .activeOutputs)
    try container.encode(outputsOfTask, forKey: .outputsOfTask)
    try container.encode(tasksSeen, forKey: .tasksSeen)
    try container.encodeIfPresent(trainable, forKey: .trainable)
  }

  /// Reads what `encode` wrote; throws `DecodingError` when a type is not among the `Kinds`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kinds = Kinds.known(to: decoder)
    network = try Kinds.decode(kinds.networks, from: container, kind: .networkKind, .network)
    theta = try container.decode(Tensor.self, forKey: .theta)
    optimizer = try Kinds.decode(
      kinds.optimizers, from: container, kind: .optimizerKind, .optimizer)
    random = try container.decode(Random.self, forKey: .random)
    scenario = try container.decode(Scenario.self, forKey: .scenario)
    activeOutputs = try container.decode(ActiveOutputs.self, forKey: .activeOutputs)
    outputsOfTask = try container.decode([Range<Int>].self, forKey: .outputsOfTask)
    tasksSeen = try container.decode(Int.self, forKey: .tasksSeen)
    trainable = try container.decodeIfPresent(Tensor.self, forKey: .trainable)
    for (key, vector) in [(CodingKeys.theta, theta), (.trainable, trainable ?? theta)]
    where vector.count != network.layout.count {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container,
        debugDescription: "\(vector.count) numbers for a network of \(network.layout.count)")
    }
  }
}
