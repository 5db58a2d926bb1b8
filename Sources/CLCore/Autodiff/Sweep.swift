/// One walk backwards through a graph: reverse-mode differentiation.
struct Sweep {
  /// Whether the cotangents are recorded, so that they can be differentiated again.
  let differentiable: Bool

  /// ∂y/∂leaf for a scalar y.
  func cotangent(of leaf: Variable, from y: Variable) -> Cotangent {
    require(y.value.count == 1, "only a scalar has a gradient, not a tensor of shape \(y.shape)")
    guard let target = leaf.node else { return Cotangent() }
    let graph = variables(behind: y, downTo: target)
    defer { for result in graph { result.node?.place = Node.unseen } }
    var arrived = [Cotangent](repeating: Cotangent(), count: graph.count)
    guard let first = y.node?.place, first >= 0 else { return Cotangent() }
    arrived[first] = Cotangent(Variable(.ones(y.shape)))
    for result in graph.reversed() {
      guard let node = result.node, node !== target, node.place >= 0 else { continue }
      let cotangent = arrived[node.place]
      arrived[node.place] = Cotangent()
      let at = Point(edges: node.edges, result: seen(result), differentiable: differentiable)
      var summed: Variable?
      func total() -> Variable {
        let known = summed ?? cotangent.total(result.shape)
        summed = known
        return known
      }
      for edge in node.edges {
        guard let place = edge.operand.node?.place, place >= 0 else { continue }
        switch edge.pullback {
        case .map(let pull): arrived[place].add(pull(total(), at))
        case .rows(let pull): arrived[place].add(pull(total(), at))
        case .part(let first): arrived[place].add(cotangent, from: first, result.shape)
        }
      }
    }
    return arrived[target.place]
  }

  private func seen(_ variable: Variable) -> Variable {
    differentiable ? variable : variable.detached
  }

  /// What `y` was computed from, operands before results, down to the depth of `target`. Each node
  /// that depends on `target` is given its place in a list of their cotangents.
  private func variables(behind y: Variable, downTo target: Node) -> [Variable] {
    var found: [Variable] = []
    var waiting = [y]
    while let variable = waiting.popLast() {
      guard let node = variable.node, node.depth >= target.depth, node.place == Node.unseen else {
        continue
      }
      node.place = Node.aside
      found.append(variable)
      for edge in node.edges where edge.operand.node != nil { waiting.append(edge.operand) }
    }
    found.sort { ($0.node?.depth ?? 0) < ($1.node?.depth ?? 0) }
    var places = 0
    for case let node? in found.lazy.map(\.node)
    where node === target || node.edges.contains(where: { ($0.operand.node?.place ?? -1) >= 0 }) {
      node.place = places
      places += 1
    }
    return found
  }
}
