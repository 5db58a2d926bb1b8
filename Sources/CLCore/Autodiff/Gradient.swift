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
  return (y.value.scalar, Sweep(differentiable: false).cotangent(of: leaf, from: y).value)
}

/// ∇f(x) for a scalar function f, as a function of x (and of whatever else f was computed from)
/// that can be differentiated in its turn.
public func gradient(at x: Variable, of f: (Variable) throws -> Variable) rethrows -> Variable {
  let leaf = Variable.record(
    x.value, [Edge(operand: x, pullback: .map { cotangent, _ in cotangent })])
  let inner =
    leaf.node == nil ? Variable(x.value, node: Node(depth: 0, edges: [])) : leaf
  return Sweep(differentiable: true).cotangent(of: inner, from: try f(inner))
}

/// One walk backwards through a graph (reverse-mode differentiation).
private struct Sweep {
  /// Whether the cotangents are recorded, so that they can be differentiated again.
  let differentiable: Bool

  /// ∂y/∂leaf for a scalar y.
  func cotangent(of leaf: Variable, from y: Variable) -> Variable {
    require(y.value.count == 1, "only a scalar has a gradient, not a tensor of shape \(y.shape)")
    guard let root = y.node, let target = leaf.node else { return Variable(.zeros(leaf.shape)) }
    let order = variables(between: target, and: y)
    guard !order.isEmpty else { return Variable(.zeros(leaf.shape)) }
    let onPath = Set(order.map { ObjectIdentifier($0.1) })
    var sums: [ObjectIdentifier: Cotangent] = [:]
    sums[ObjectIdentifier(root), default: Cotangent()].add(Variable(.ones(y.shape)))
    for (result, node) in order where node !== target {
      guard let cotangent = sums.removeValue(forKey: ObjectIdentifier(node))?.total(result.shape)
      else { continue }
      let point = Point(operands: node.edges.map { seen($0.operand) }, result: seen(result))
      for edge in node.edges {
        guard let operand = edge.operand.node, onPath.contains(ObjectIdentifier(operand)) else {
          continue
        }
        switch edge.pullback {
        case .map(let pull):
          sums[ObjectIdentifier(operand), default: Cotangent()].add(pull(cotangent, point))
        case .part(let first):
          sums[ObjectIdentifier(operand), default: Cotangent()].add(cotangent, from: first)
        }
      }
    }
    return sums[ObjectIdentifier(target)]?.total(leaf.shape) ?? Variable(.zeros(leaf.shape))
  }

  private func seen(_ variable: Variable) -> Variable {
    differentiable ? variable : variable.detached
  }

  /// The variables that depend on `target` and that `y` depends on, results before operands.
  private func variables(between target: Node, and y: Variable) -> [(Variable, Node)] {
    var found: [(Variable, Node)] = []
    var visited: Set<ObjectIdentifier> = []
    var waiting = [y]
    while let variable = waiting.popLast() {
      guard let node = variable.node, node.depth >= target.depth,
        visited.insert(ObjectIdentifier(node)).inserted
      else { continue }
      found.append((variable, node))
      waiting.append(contentsOf: node.edges.map(\.operand))
    }
    found.sort { $0.1.depth < $1.1.depth }
    var depends: Set = [ObjectIdentifier(target)]
    for (_, node) in found
    where node.edges.contains(where: { edge in
      edge.operand.node.map { depends.contains(ObjectIdentifier($0)) } ?? false
    }) {
      depends.insert(ObjectIdentifier(node))
    }
    return found.reversed().filter { depends.contains(ObjectIdentifier($0.1)) }
  }
}

/// The shares of a variable's cotangent as they arrive: whole ones are summed, and those of parts
/// are kept aside and laid into one tensor at the end, so that θ, which every layer takes its part
/// of, is never padded with zeros layer by layer.
private struct Cotangent {
  private var whole: Variable?
  private var parts: [(first: Int, share: Variable)] = []

  mutating func add(_ share: Variable) { whole = whole.map { $0 + share } ?? share }

  mutating func add(_ share: Variable, from first: Int) { parts.append((first, share)) }

  func total(_ shape: Shape) -> Variable {
    if parts.isEmpty { return whole ?? Variable(.zeros(shape)) }
    let laid = Variable.laid(parts, shape)
    return whole.map { $0 + laid } ?? laid
  }
}
