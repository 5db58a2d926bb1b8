/// A tensor that remembers how it came about, so that what was computed from it can be
/// differentiated.
///
/// A `Variable` made from a plain tensor is a constant: it has no history. An operation on variables
/// of which at least one has a history records the operands and, for each, its *pullback*: the map
/// that takes ∂L/∂result to that operand's share of ∂L/∂operand. Pullbacks are written in the same
/// operations, which is why a gradient can be differentiated again.
///
/// A variable is not `Sendable`: a graph stays on the thread that built it.
public struct Variable {
  /// The numbers.
  public internal(set) var value: Tensor
  let node: Node?

  /// A constant.
  public init(_ value: Tensor) {
    self.value = value
    self.node = nil
  }

  /// A scalar constant, shape `[]`.
  public init(_ value: Real) { self.init(Tensor(value)) }

  init(_ value: Tensor, node: Node?) {
    self.value = value
    self.node = node
  }

  /// The lengths of the axes.
  public var shape: Shape { value.shape }

  /// The same numbers without their history: nothing flows back through it. First-order MAML is
  /// MAML with one `.detached`.
  public var detached: Variable { Variable(value) }
}

/// An operation in the history of a variable.
final class Node {
  /// One more than the deepest operand's: operands come before results in the order of depth.
  let depth: Int
  private(set) var edges: [Edge]
  /// Whether no pullback looks at the result, so that what is computed from it may take its place.
  let resultIsSpare: Bool
  /// Whether the sweep under way has come by.
  var isFound = false
  /// What has arrived of its cotangent in the sweep under way; `nil` if the sweep's leaf has no part in
  /// it. Kept here because a look-up in a table costs more than the arithmetic of a small network. So a
  /// graph has one sweep under way at a time, and no pullback may start another.
  var cotangent: Cotangent?

  init(depth: Int, edges: [Edge], resultIsSpare: Bool = false) {
    self.depth = depth
    self.edges = edges
    self.resultIsSpare = resultIsSpare
  }

  /// Hands over what has arrived.
  func takeCotangent() -> Cotangent? {
    var taken: Cotangent?
    swap(&taken, &cotangent)
    return taken
  }

  /// Makes ready for another sweep.
  func forget() {
    isFound = false
    cotangent = nil
  }

  /// Releases a long history node by node: one node's release inside another's would exhaust the
  /// stack.
  deinit {
    if depth < 100 { return }
    var waiting = edges.compactMap(\.operand.node)
    edges = []
    while var node = waiting.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      for edge in node.edges { if let operand = edge.operand.node { waiting.append(operand) } }
      node.edges = []
    }
  }
}

/// From a result back to one of its operands.
struct Edge {
  let operand: Variable
  let pullback: Pullback
}

/// Takes the cotangent of a result, ∂L/∂result, to an operand's share of its own.
enum Pullback {
  /// By operations on the cotangent and on the values `at` which the operation was applied.
  case map((_ cotangent: Variable, _ at: Point) -> Variable)
  /// The part of the operand in this place is a weight that every row of a batch met: its share is a
  /// sum of one term a row, and the rest of the operand gets nothing.
  case rows(Slot, (_ cotangent: Variable, _ at: Point) -> RowShares)
  /// The result is the part of the operand in this place; the rest of the operand gets nothing.
  case part(Slot)
}

/// The operands and the result of an operation. In a first-order sweep they are constants, in a
/// sweep that will be differentiated again they carry their history.
package struct Point {
  let edges: [Edge]
  package let result: Variable
  let differentiable: Bool

  package subscript(i: Int) -> Variable {
    differentiable ? edges[i].operand : edges[i].operand.detached
  }
}
