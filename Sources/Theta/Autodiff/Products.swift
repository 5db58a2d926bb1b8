extension Variable {
  /// op(a) op(b), where op transposes if its flag is set: [m, n], or [t, m, n] for pairs of matrices.
  public static func product(
    _ a: Variable, _ b: Variable, transposeA ta: Bool = false, transposeB tb: Bool = false
  ) -> Variable {
    record(
      .product(a.value, b.value, transposeA: ta, transposeB: tb),
      (
        a,
        { g, at in
          ta
            ? product(at[1], g, transposeA: tb, transposeB: true)
            : product(g, at[1], transposeB: !tb)
        }
      ),
      (
        b,
        { g, at in
          tb
            ? product(g, at[0], transposeA: true, transposeB: ta)
            : product(at[0], g, transposeA: !ta)
        }
      ))
  }

  /// x W + b: inputs x [n, in] → [n, out], where W [in, out] and b [out] are parts of θ; or t of them,
  /// x [t, n, in] → [t, n, out] with W [t, in, out] and b [t, out].
  public static func linear(
    _ x: Variable, _ theta: Variable, weight w: Slot, bias b: Slot
  ) -> Variable {
    countPass(w.shape.count + b.shape.count, of: theta.value.count)
    return record(
      Tensor.product(x.value, theta.value[w]).addingRows(theta.value[b]),
      [
        Edge(
          operand: x,
          pullback: .map { g, at in
            countPass(w.shape.count, of: at[1].value.count)
            return product(g, at[1][w], transposeB: true)
          }),
        Edge(
          operand: theta, pullback: .rows(w) { g, at in RowShares(inputs: at[0], cotangents: g) }),
        Edge(operand: theta, pullback: .rows(b) { g, _ in RowShares(inputs: nil, cotangents: g) }),
      ], resultIsSpare: true)
  }
}
