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
  func named(_ theta: Tensor, _ prefix: String) -> [String: KeptTensor] {
    let pairs = entries.map { (prefix + $0.name, KeptTensor.numbers(theta[$0.slot])) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// A byte per weight, [P], under the weights' names between `prefix` and `suffix`.
  func named(
    bytes: [UInt8], _ prefix: String = "", suffix: String
  ) -> [String: KeptTensor] {
    let pairs = entries.map {
      (prefix + $0.name + suffix, KeptTensor.bytes(Array(bytes[$0.slot.range]), $0.slot.shape))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

extension [String: KeptTensor] {
  static func joined(_ parts: some Sequence<Self>) -> Self {
    parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }
}
