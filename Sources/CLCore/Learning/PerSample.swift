/// Σₙ φ(∇ℓₙ(x)) for a batch loss f = Σₙ ℓₙ, where φ is the square or the magnitude of each number:
/// what Fisher information and MAS are made of, in one sweep and without a loop over samples.
///
/// Every weight in x must be met once, by a layer that takes each sample in a row of its own, and no
/// operation may mix samples.
public func sumOverSamples(
  of each: PerSample, at x: Tensor, _ f: (Variable) throws -> Variable
) rethrows -> Tensor {
  try sumOverSamples(of: each, at: x) { [try f($0)] }
}

/// Σₖ Σₙ φ(∇ℓₖₙ(x)) for several batch losses Σₙ ℓₖₙ of one forward pass, such as one for each label
/// that a sample might have had.
///
/// A weight meets the same inputs in each, and Σₖ φ(xₙ ⊗ gₖₙ) = φ(xₙ) ⊗ Σₖ φ(gₖₙ). So a further loss
/// costs a walk backwards through the activations, and none of the products that end at weights.
public func sumOverSamples(
  of each: PerSample, at x: Tensor, _ f: (Variable) throws -> [Variable]
) rethrows -> Tensor {
  var weights: [Slot: [PerSampleShares]] = [:]
  for loss in try sharesByRow(at: x, of: f) {
    for (place, shares) in loss {
      if let known = weights[place]?.firstIndex(where: { $0.meetsInputs(of: shares) }) {
        weights[place]?[known].add(each(shares.cotangents.value))
      } else {
        weights[place, default: []].append(PerSampleShares(shares, each))
      }
    }
  }
  let parts = weights.flatMap { place, all in all.map { (place: place, shares: $0.shares) } }
  return .laid(parts, x.shape, place: \.place) { $0.shares.write(to: $1) }
}

/// A weight's φ(xₙ) ⊗ Σₖ φ(gₖₙ), over the losses k so far.
private struct PerSampleShares {
  private let inputs: Tensor?
  private(set) var shares: RowShares

  init(_ shares: RowShares, _ each: PerSample) {
    inputs = shares.inputs?.value
    self.shares = shares.map(each.callAsFunction)
  }

  /// Whether `other` came about from the very same inputs.
  func meetsInputs(of other: RowShares) -> Bool {
    guard let inputs, let others = other.inputs?.value else {
      return inputs == nil && other.inputs == nil
    }
    return inputs.sharesNumbers(with: others)
  }

  /// Adds a loss's φ(gₙ), [n, out].
  mutating func add(_ cotangents: Tensor) {
    shares = RowShares(
      inputs: shares.inputs, cotangents: Variable(shares.cotangents.value + cotangents))
  }
}

/// What is summed over the samples' own gradients.
public enum PerSample: Sendable {
  /// The gradients squared, number by number.
  case squares
  /// The gradients' magnitudes, number by number.
  case magnitudes

  func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .squares: x.squared
    case .magnitudes: x.magnitude
    }
  }
}
