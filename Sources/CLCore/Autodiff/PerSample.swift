/// Σₙ φ(∇ℓₙ(x)) for a batch loss f = Σₙ ℓₙ, where φ is the square or the magnitude of each number:
/// what Fisher information and MAS are made of, in one sweep and without a loop over samples.
///
/// Every weight in x must be met once, by a layer that takes each sample in a row of its own, and no
/// operation may mix samples.
public func sumOverSamples(
  of each: PerSample, at x: Tensor, _ f: (Variable) throws -> Variable
) rethrows -> Tensor {
  let leaf = Variable(x, node: Node(depth: 0, edges: []))
  let cotangent = Sweep(differentiable: false).cotangent(of: leaf, from: try f(leaf))
  return cotangent.tensor(leaf.shape, of: each)
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
