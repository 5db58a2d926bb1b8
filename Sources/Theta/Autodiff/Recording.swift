// How an operation enters the history: a node is made only when an operand has one.

extension Variable {
  /// The result `value` of an operation on one operand or two, each with its pullback.
  package static func record(
    _ value: Tensor, _ a: (Variable, (_ cotangent: Variable, _ at: Point) -> Variable)
  ) -> Variable {
    guard a.0.node != nil else { return Variable(value) }
    return record(value, [Edge(operand: a.0, pullback: .map(a.1))])
  }

  package static func record(
    _ value: Tensor, _ a: (Variable, (_ cotangent: Variable, _ at: Point) -> Variable),
    _ b: (Variable, (_ cotangent: Variable, _ at: Point) -> Variable)
  ) -> Variable {
    guard a.0.node != nil || b.0.node != nil else { return Variable(value) }
    return record(
      value,
      [Edge(operand: a.0, pullback: .map(a.1)), Edge(operand: b.0, pullback: .map(b.1))])
  }

  static func record(
    _ value: Tensor, _ edges: [Edge], resultIsSpare: Bool = false
  ) -> Variable {
    let deepest = edges.reduce(-1) { max($0, $1.operand.node?.depth ?? -1) }
    guard deepest >= 0 else { return Variable(value) }
    return Variable(
      value, node: Node(depth: deepest + 1, edges: edges, resultIsSpare: resultIsSpare))
  }

  /// The result of a function whose derivative is written in its result: it takes the place of the
  /// operand's numbers where neither the operation before nor anybody else looks at them.
  static func record(
    replacing operand: consuming Variable, by kernel: Tensor.Unary,
    _ pullback: @escaping (_ cotangent: Variable, _ at: Point) -> Variable
  ) -> Variable {
    if operand.node?.resultIsSpare ?? true {
      operand.value.replace(by: kernel)
      return record(operand.value, (operand, pullback))
    }
    return record(operand.value.map(kernel), (operand, pullback))
  }
}
