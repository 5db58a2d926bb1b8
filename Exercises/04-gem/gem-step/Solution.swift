import Exercise
import Theta

/// GEM's step, given the prices v* that solve the dual.
///
/// - Parameters:
///   - gradient: g, of the new task's batch, [P].
///   - old: G, the gradients on the old tasks' memories, one a row, [k, P].
///   - prices: v*, [k].
///   - margin: γ ≥ 0, as in the paper's text: it is added to every price.
/// - Returns: g̃, [P].
func step(gradient: Tensor, old: Tensor, prices: Tensor, margin: Real) throws -> Tensor {
  // BEGIN SOLUTION
  let products = Tensor.product(old, gradient.reshaped([gradient.count, 1]))
  if products.values.allSatisfy({ $0 >= 0 }) { return gradient }
  let paid = (prices + margin).reshaped([prices.count, 1])
  return gradient + Tensor.product(old, paid, transposeA: true).reshaped(gradient.shape)
  // END SOLUTION
}
