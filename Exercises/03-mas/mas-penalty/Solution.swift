import Exercise
import Theta

/// MAS's penalty after several tasks, λ Σᵢ Ωᵢ (θᵢ − θ*ᵢ)², and its gradient with respect to θ.
///
/// - Parameters:
///   - theta: θ, the weights now, [P].
///   - solutions: the weights when each old task had been learnt, in order, each [P].
///   - omegas: the importances measured when each old task had been learnt, in order, each [P].
///   - lambda: λ, the strength.
/// - Returns: the penalty, and its gradient [P].
func penalty(
  theta: Tensor, solutions: [Tensor], omegas: [Tensor], lambda: Real
) throws -> (value: Real, gradient: Tensor) {
  // BEGIN SOLUTION
  var total = Tensor.zeros(theta.shape)
  for omega in omegas { total += omega }
  let distance = theta - solutions[solutions.count - 1]
  let gradient = 2 * lambda * total * distance
  return (0.5 * gradient.dot(distance), gradient)
  // END SOLUTION
}
