/// One walk backwards through a graph: reverse-mode differentiation.
struct Sweep {
  /// Whether the cotangents are recorded, so that they can be differentiated again.
  let differentiable: Bool

  /// ∂y/∂leaf for a scalar y.
  func cotangent(of leaf: Variable, from y: Variable) -> Cotangent {
    require(y.value.count == 1, "only a scalar has a gradient, not a tensor of shape \(y.shape)")
    guard let root = y.node, let target = leaf.node else { return Cotangent() }
    let order = variables(between: target, and: y)
    let onPath = Set(order.map { ObjectIdentifier($0.node) })
    var arrived: [ObjectIdentifier: Cotangent] = [:]
    arrived[ObjectIdentifier(root)] = Cotangent(Variable(.ones(y.shape)))
    for (result, node) in order where node !== target {
      guard let cotangent = arrived.removeValue(forKey: ObjectIdentifier(node)) else { continue }
      let at = Point(operands: node.edges.map { seen($0.operand) }, result: seen(result))
      var summed: Variable?
      func total() -> Variable {
        let known = summed ?? cotangent.total(result.shape)
        summed = known
        return known
      }
      for edge in node.edges {
        guard let operand = edge.operand.node.map(ObjectIdentifier.init), onPath.contains(operand)
        else { continue }
        switch edge.pullback {
        case .map(let pull):
          arrived[operand, default: Cotangent()].add(pull(total(), at))
        case .rows(let pull):
          arrived[operand, default: Cotangent()].add(pull(total(), at))
        case .part(let first):
          arrived[operand, default: Cotangent()].add(cotangent, from: first, result.shape)
        }
      }
    }
    return arrived[ObjectIdentifier(target)] ?? Cotangent()
  }

  private func seen(_ variable: Variable) -> Variable {
    differentiable ? variable : variable.detached
  }

  /// The variables that depend on `target` and that `y` depends on, results before operands.
  private func variables(
    between target: Node, and y: Variable
  ) -> [(variable: Variable, node: Node)] {
    var found: [(variable: Variable, node: Node)] = []
    var visited: Set<ObjectIdentifier> = []
    var waiting = [y]
    while let variable = waiting.popLast() {
      guard let node = variable.node, node.depth >= target.depth,
        visited.insert(ObjectIdentifier(node)).inserted
      else { continue }
      found.append((variable, node))
      waiting.append(contentsOf: node.edges.map(\.operand))
    }
    found.sort { $0.node.depth < $1.node.depth }
    var depends: Set = [ObjectIdentifier(target)]
    for (_, node) in found
    where node.edges.contains(where: { edge in
      edge.operand.node.map { depends.contains(ObjectIdentifier($0)) } ?? false
    }) {
      depends.insert(ObjectIdentifier(node))
    }
    return found.reversed().filter { depends.contains(ObjectIdentifier($0.node)) }
  }
}
