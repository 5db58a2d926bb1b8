/// A weight's share of the gradient as the sum over the rows n of a batch: xₙ ⊗ gₙ for a matrix, gₙ for
/// a bias.
///
/// Kept apart until the end of a sweep, for two reasons. The sum can be written straight into its
/// place in ∇L(θ). And since one row is one sample, the sum of the *squares* (or magnitudes) of all
/// samples' own gradients is as cheap as the sum itself: Σₙ (xₙᵢ gₙⱼ)² = Σₙ xₙᵢ² gₙⱼ², one product of
/// squared matrices. No loop over samples is needed for a Fisher information.
package struct RowShares {
  /// x, [n, in]; `nil` for a bias. With weights of their own for each of t tasks, [t, n, in].
  package let inputs: Variable?
  /// g, the cotangent of the rows, [n, out] or [t, n, out].
  package let cotangents: Variable

  package init(inputs: Variable?, cotangents: Variable) {
    self.inputs = inputs
    self.cotangents = cotangents
  }

  /// The sum over the rows: [in, out], or [out] for a bias; of each task's, [t, in, out] or [t, out].
  var sum: Variable {
    if let inputs { return .product(inputs, cotangents, transposeA: true) }
    let shape = cotangents.shape
    guard shape.rank == 3 else { return cotangents.summed(to: [shape[-1]]) }
    return cotangents.summed(to: shape.replacing(1, by: 1)).reshaped([shape[0], shape[-1]])
  }

  /// Writes the sum over the rows.
  package func write(to place: UnsafeMutablePointer<Real>) {
    if let inputs {
      Tensor.writeProduct(inputs.value, cotangents.value, transposeA: true, to: place)
    } else {
      sum.value.copy(to: place)
    }
  }

  /// The same with `f` taken of each row's share, for an f with f(a b) = f(a) f(b).
  package func map(_ f: (Tensor) -> Tensor) -> RowShares {
    RowShares(
      inputs: inputs.map { Variable(f($0.value)) }, cotangents: Variable(f(cotangents.value)))
  }
}
