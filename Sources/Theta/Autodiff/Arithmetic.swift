// Each operation with its derivative beside it, in the same operations. `g` is the cotangent of the
// result, `at[0]` and `at[1]` are the operands. An operand that was stretched gets the sum of its
// copies' shares.

extension Variable {
  /// a + b
  public static func + (a: Variable, b: Variable) -> Variable {
    record(
      a.value + b.value,
      (a, { g, at in g.summed(to: at[0].shape) }),
      (b, { g, at in g.summed(to: at[1].shape) }))
  }

  /// a − b
  public static func - (a: Variable, b: Variable) -> Variable {
    record(
      a.value - b.value,
      (a, { g, at in g.summed(to: at[0].shape) }),
      (b, { g, at in (-g).summed(to: at[1].shape) }))
  }

  /// a · b, number by number
  public static func * (a: Variable, b: Variable) -> Variable {
    record(
      a.value * b.value,
      (a, { g, at in (g * at[1]).summed(to: at[0].shape) }),
      (b, { g, at in (g * at[0]).summed(to: at[1].shape) }))
  }

  /// a / b, number by number
  public static func / (a: Variable, b: Variable) -> Variable {
    record(
      a.value / b.value,
      (a, { g, at in (g / at[1]).summed(to: at[0].shape) }),
      (b, { g, at in (-(g * at.result) / at[1]).summed(to: at[1].shape) }))
  }

  /// factor · self + term
  public func affine(_ factor: Real, _ term: Real) -> Variable {
    .record(value.affine(factor, term), (self, { g, _ in g.affine(factor, 0) }))
  }

  /// −a
  public static prefix func - (a: Variable) -> Variable { a.affine(-1, 0) }
  /// a · x
  public static func * (a: Real, x: Variable) -> Variable { x.affine(a, 0) }
  /// x · a
  public static func * (x: Variable, a: Real) -> Variable { x.affine(a, 0) }
  /// x / a
  public static func / (x: Variable, a: Real) -> Variable { x.affine(1 / a, 0) }
  /// x + a
  public static func + (x: Variable, a: Real) -> Variable { x.affine(1, a) }
  /// x − a
  public static func - (x: Variable, a: Real) -> Variable { x.affine(1, -a) }
  /// a − x
  public static func - (a: Real, x: Variable) -> Variable { x.affine(-1, a) }
}
