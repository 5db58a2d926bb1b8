// Whether a gradient can be differentiated again is in the type: at a tensor it is a tensor, at a
// variable it is a variable. There is no flag and nothing to reset to zero.

/// ∇f(x) for a scalar function f, as numbers.
public func gradient(at x: Tensor, of f: (Variable) throws -> Variable) rethrows -> Tensor {
  try valueAndGradient(at: x, of: f).gradient
}

/// f(x) and ∇f(x) for a scalar function f, as numbers.
public func valueAndGradient(
  at x: Tensor, of f: (Variable) throws -> Variable
) rethrows -> (value: Real, gradient: Tensor) {
  let leaf = Variable(x, node: Node(depth: 0, edges: []))
  let y = try f(leaf)
  return (
    y.value.scalar, Sweep(differentiable: false).cotangent(of: leaf, from: y).tensor(leaf.shape)
  )
}

/// ∇f(x) for a scalar function f, as a function of x (and of whatever else f was computed from)
/// that can be differentiated in its turn.
public func gradient(at x: Variable, of f: (Variable) throws -> Variable) rethrows -> Variable {
  let leaf = Variable.record(
    x.value, [Edge(operand: x, pullback: .map { cotangent, _ in cotangent })])
  let inner =
    leaf.node == nil ? Variable(x.value, node: Node(depth: 0, edges: [])) : leaf
  return Sweep(differentiable: true).cotangent(of: inner, from: try f(inner)).total(inner.shape)
}

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
