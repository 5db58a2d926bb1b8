/// One walk backwards through a graph: reverse-mode differentiation.
struct Sweep {
  /// Whether the cotangents are recorded, so that they can be differentiated again.
  let differentiable: Bool

  /// ∂y/∂leaf for a scalar y.
  func cotangent(of leaf: Variable, from y: Variable) -> Cotangent {
    require(y.value.count == 1, "only a scalar has a gradient, not a tensor of shape \(y.shape)")
    guard let target = leaf.node, let last = y.node else { return Cotangent() }
    let graph = variables(behind: y, downTo: target)
    defer { for result in graph { result.node?.forget() } }
    guard last.cotangent != nil else { return Cotangent() }
    last.cotangent = Cotangent(Variable(.ones(y.shape)))
    for result in graph.reversed() {
      guard let node = result.node, node !== target, let cotangent = node.takeCotangent() else {
        continue
      }
      let at = Point(edges: node.edges, result: seen(result), differentiable: differentiable)
      var summed: Variable?
      func total() -> Variable {
        let known = summed ?? cotangent.total(result.shape)
        summed = known
        return known
      }
      for edge in node.edges {
        guard let operand = edge.operand.node, operand.cotangent != nil else { continue }
        switch edge.pullback {
        case .map(let pull): operand.cotangent?.add(pull(total(), at))
        case .rows(let place, let pull): operand.cotangent?.add(pull(total(), at), in: place)
        case .part(let place): operand.cotangent?.add(total(), in: place)
        }
      }
    }
    return target.cotangent ?? Cotangent()
  }

  private func seen(_ variable: Variable) -> Variable {
    differentiable ? variable : variable.detached
  }

  /// What `y` was computed from, operands before results, down to the depth of `target`. Each node
  /// that depends on `target` is given an empty cotangent.
  private func variables(behind y: Variable, downTo target: Node) -> [Variable] {
    var found: [Variable] = []
    found.reserveCapacity(32)
    func find(_ variable: Variable) {
      guard let node = variable.node, node.depth >= target.depth, !node.isFound else { return }
      node.isFound = true
      found.append(variable)
    }
    find(y)
    var next = 0
    while next < found.count {
      for edge in found[next].node?.edges ?? [] { find(edge.operand) }
      next += 1
    }
    found.sort { ($0.node?.depth ?? 0) < ($1.node?.depth ?? 0) }
    for case let node? in found.lazy.map(\.node)
    where node === target || node.edges.contains(where: { $0.operand.node?.cotangent != nil }) {
      node.cotangent = Cotangent()
    }
    return found
  }
}
