import Theta

/// An operation on variables, with operands to check its derivatives at.
package struct DifferentiableOperation: Sendable, CustomStringConvertible {
  /// Where the operands' numbers are drawn.
  package enum Domain {
    /// From 0.2 to 1 on both sides of zero: no number is near the kink of |x| or of a ReLU.
    case signed
    /// From 0.5 to 1.5.
    case positive
    /// Zero itself.
    case zero
  }

  /// Its name in the source, then what sets this case apart.
  package let description: String
  package let operands: [Shape]
  package let domain: Domain
  package let function: @Sendable ([Variable]) -> Variable

  package init(
    _ description: String, _ operands: [Shape], _ domain: Domain = .signed,
    _ function: @escaping @Sendable ([Variable]) -> Variable
  ) {
    self.description = description
    self.operands = operands
    self.domain = domain
    self.function = function
  }

  /// The operands' numbers, one after the other.
  package var point: Tensor {
    var random = Random(seed: 1, description)
    let numbers = (0..<operands.map(\.count).reduce(0, +)).map { _ -> Real in
      switch domain {
      case .signed: Real(random.uniform(in: 0.2...1) * (random.below(2) == 0 ? 1 : -1))
      case .positive: Real(random.uniform(in: 0.5...1.5))
      case .zero: 0
      }
    }
    return Tensor(numbers)
  }

  /// φ(x) = Σ c ∘ (y + y²/2 + y³/6), where y is the operation's result and c is random: a scalar
  /// whose derivatives up to the third depend on all of y, even if the operation is linear.
  package func potential(_ x: Variable) -> Variable {
    var first = 0
    let y = function(
      operands.map { shape in
        defer { first += shape.count }
        return x.part(from: first, shape)
      })
    let c = Variable(direction(y.shape, 2))
    return (c * (y + y.squared / 2 + y * y.squared / 6)).sum
  }

  /// Random numbers in [−1, 1].
  package func direction(_ shape: Shape, _ index: Int) -> Tensor {
    var random = Random(seed: 1, description + " direction", index)
    return Tensor((0..<shape.count).map { _ in Real(random.uniform(in: -1...1)) }, shape)
  }
}
