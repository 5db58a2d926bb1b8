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
  // A node of its own stands between x and f, so that the sweep stops at x and not at what x was
  // computed from.
  let link = Edge(operand: x, pullback: .map { cotangent, _ in cotangent })
  let leaf = Variable(x.value, node: Node(depth: (x.node?.depth ?? -1) + 1, edges: [link]))
  return Sweep(differentiable: true).cotangent(of: leaf, from: try f(leaf)).total(leaf.shape)
}
