/// The gradients at `x` of several scalar functions of one forward pass, each worked out when it is
/// asked for: of a hundred, no more than one need be held.
public func gradients(
  at x: Tensor, of f: (Variable) throws -> [Variable]
) rethrows -> some Sequence<Tensor> {
  let leaf = Variable(x, node: Node(depth: 0, edges: []))
  return try f(leaf).lazy.map {
    Sweep(differentiable: false).cotangent(of: leaf, from: $0).tensor(leaf.shape)
  }
}

/// For each of several scalar functions of one forward pass, the shares of every weight, kept apart by the
/// rows of the batch: what per-sample sums are made of. Each weight must be met once, by a layer that takes
/// samples row by row.
package func sharesByRow(
  at x: Tensor, of f: (Variable) throws -> [Variable]
) rethrows -> some Sequence<[(place: Slot, shares: RowShares)]> {
  let leaf = Variable(x, node: Node(depth: 0, edges: []))
  return try f(leaf).lazy.map {
    Sweep(differentiable: false).cotangent(of: leaf, from: $0).rowsOfWeights
  }
}
