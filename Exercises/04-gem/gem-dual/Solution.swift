import Exercise
import Theta

/// The matrix and the vector of GEM's dual: minimise ½ uᵀA u + bᵀu over all u ≥ 0, for the prices v = γ + u.
///
/// - Parameters:
///   - gradient: g, of the new task's batch, [P].
///   - old: G, the gradients on the old tasks' memories, one a row, [k, P].
///   - margin: γ ≥ 0, the least price of each.
/// - Returns: A, [k, k], and b, [k].
func dual(gradient: Tensor, old: Tensor, margin: Real) throws -> (a: Tensor, b: Tensor) {
  // BEGIN SOLUTION
  let k = old.shape[0]
  let a = Tensor.product(old, old, transposeB: true)
  let products = Tensor.product(old, gradient.reshaped([gradient.count, 1])).reshaped([k])
  let shift = Tensor.product(a, Tensor(repeating: margin, [k, 1])).reshaped([k])
  return (a, products + shift)
  // END SOLUTION
}
