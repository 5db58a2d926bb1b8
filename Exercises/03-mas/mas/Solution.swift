import Exercise
import Theta

/// MAS's importances Ω of a network of one layer with the scores f = x W.
///
/// - Parameters:
///   - weights: W, [inputs, outputs].
///   - inputs: one image a row, [n, inputs]. No labels.
/// - Returns: Ω, one number a weight, [inputs, outputs].
func importance(weights: Tensor, inputs: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let scores = Tensor.product(inputs, weights)
  return 2 * Tensor.product(inputs.magnitude.transposed, scores.magnitude)
    / Real(inputs.shape[0])
  // END SOLUTION
}
