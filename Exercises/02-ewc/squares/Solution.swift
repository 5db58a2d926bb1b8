import Exercise
import Theta

/// The diagonal of the empirical Fisher information, from the gradient of each sample's log-likelihood.
///
/// - Parameter gradients: ∂ log p(yₙ|xₙ)/∂θᵢ, one sample a row, [samples, P].
/// - Returns: F, one number a weight, [P].
func empiricalFisher(gradients: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let (samples, weights) = (gradients.shape[0], gradients.shape[1])
  return gradients.squared.summed(to: [weights]) / Real(samples)
  // END SOLUTION
}
