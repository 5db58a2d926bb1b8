/// A method that answers with more than the network at θ, so that a file of θ alone would be another network than the one
/// whose accuracies were measured.
public protocol KeepsTensors: Strategy {
  /// What it answers with beside θ, by name. Tasks count from 1 there.
  func tensorsKept(_ learner: Learner) -> [String: KeptTensor]
  /// How an answer follows from these and θ, in a sentence.
  var answerText: String { get }
}

/// Numbers with a shape, or whole ones from 0 to 255, a byte each.
public enum KeptTensor: Sendable, Equatable {
  case numbers(Tensor)
  case bytes([UInt8], Shape)
}

extension Layout {
  /// The weights of θ [P] under their names behind `prefix`.
  fileprivate func named(_ theta: Tensor, _ prefix: String) -> [String: KeptTensor] {
    let pairs = entries.map { (prefix + $0.name, KeptTensor.numbers(theta[$0.slot])) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// A byte per weight, [P], under the weights' names between `prefix` and `suffix`.
  fileprivate func named(
    bytes: [UInt8], _ prefix: String = "", suffix: String
  ) -> [String: KeptTensor] {
    let pairs = entries.map {
      (prefix + $0.name + suffix, KeptTensor.bytes(Array(bytes[$0.slot.range]), $0.slot.shape))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

extension [String: KeptTensor] {
  fileprivate static func joined(_ parts: some Sequence<Self>) -> Self {
    parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }
}

extension SeparateNetworks: KeepsTensors {
  /// The network of each task: `task1.hidden1.weight`, …
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    .joined(
      thetas.enumerated().map { learner.network.layout.named($1, "task\($0 + 1).") })
  }

  public var answerText: String {
    "Task t is answered by the network whose weights begin with task<t>."
  }
}

extension PackNet: KeepsTensors {
  /// The owner of each weight: `hidden1.weight.owner`, …, a task from 1, or 0 for nobody.
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    ownership.map { learner.network.layout.named(bytes: $0.owners, suffix: ".owner") } ?? [:]
  }

  public var answerText: String {
    "Task t is answered by the weights whose owner is from 1 to t; all others count as 0."
  }
}

extension CPG: KeepsTensors {
  /// For each task which weights it uses: `task1.hidden1.weight.used`, …, 1 or 0, in the shapes that they had then.
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    .joined(
      (progress?.learnt ?? []).enumerated().map { place, task in
        let used = task.used.tensor.values.map { UInt8($0) }
        return task.network.layout.named(bytes: used, "task\(place + 1).", suffix: ".used")
      })
  }

  public var answerText: String {
    "Task t is answered by the leading part of each weight that has the shape of task<t>.<weight>.used, times that."
  }
}

extension DEN: KeepsTensors {
  /// How many units of each hidden layer answer a task: `task1.widths`, …, [hidden layers].
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    let stamps = progress?.stamps ?? []
    let pairs = stamps.enumerated().map { place, widths in
      ("task\(place + 1).widths", KeptTensor.numbers(Tensor(widths.map { Real($0) })))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  public var answerText: String {
    "Task t is answered by the first task<t>.widths units of the hidden layers."
  }
}

extension ICaRL: KeepsTensors {
  /// `means` [classes, features] with `means.class` [classes], and the images that they are means of: `exemplars`
  /// [exemplars, inputs] with `exemplars.class` [exemplars].
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    guard exemplars.count > 0 else { return [:] }
    let batch = exemplars.batch(exemplars.positions)
    return [
      "means": .numbers(exemplarMeans(learner)),
      "means.class": .numbers(Tensor(exemplars.groups.map { Real($0.label ?? -1) })),
      "exemplars": .numbers(batch.inputs),
      "exemplars.class": .numbers(Tensor(batch.labels.map { Real($0) })),
    ]
  }

  public var answerText: String {
    "The answer is the class whose row of means is nearest to the image's features (the last hidden layer), both of "
      + "length 1; row i is class means.class[i]."
  }
}
