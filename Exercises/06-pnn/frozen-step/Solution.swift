import Exercise
import Theta

/// One step of gradient descent with momentum and weight decay, in which the weights of earlier tasks do not move.
///
/// - Parameters:
///   - theta: θ, [P].
///   - gradient: g, the gradient of the loss at θ, [P].
///   - velocity: u, what momentum has gathered, [P].
///   - mask: 1 for a weight that is trained, 0 for one that is frozen, [P].
///   - rate: η.
///   - momentum: μ.
///   - decay: δ, the strength of weight decay.
/// - Returns: θ after the step, [P].
func frozenStep(
  theta: Tensor, gradient: Tensor, velocity: Tensor, mask: Tensor, rate: Real, momentum: Real,
  decay: Real
) throws -> Tensor {
  // BEGIN SOLUTION
  let u = momentum * velocity + gradient + decay * theta
  return theta - rate * (mask * u)
  // END SOLUTION
}
