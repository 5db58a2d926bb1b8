import Exercise
import Theta

/// EWC's penalty λ/2 Σᵢ Fᵢ (θᵢ − θ*ᵢ)², and its gradient with respect to θ.
///
/// - Parameters:
///   - theta: θ, the weights now, [P].
///   - optimum: θ*, the weights when the old task had been learnt, [P].
///   - fisher: F, the diagonal of the old task's Fisher information, [P].
///   - lambda: λ, the strength.
/// - Returns: the penalty, and its gradient [P].
func penalty(
  theta: Tensor, optimum: Tensor, fisher: Tensor, lambda: Real
) throws -> (value: Real, gradient: Tensor) {
  // BEGIN SOLUTION
  let pull = lambda * fisher * (theta - optimum)
  return (0.5 * pull.dot(theta - optimum), pull)
  // END SOLUTION
}
