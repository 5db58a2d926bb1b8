import Exercise
import Theta

/// The diagonal of the Fisher information of a softmax regression with scores z = x W.
///
/// - Parameters:
///   - weights: W, [inputs, classes].
///   - inputs: the data, one sample a row, [samples, inputs].
/// - Returns: F, one number a weight, [inputs, classes].
func fisher(weights: Tensor, inputs: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let p = Tensor.product(inputs, weights).softmax()
  // Σ_c p[c] (1[c = k] − p[k])² = p[k] (1 − p[k]), for every sample and class k.
  let spread = p - p.squared
  return Tensor.product(inputs.squared.transposed, spread) / Real(inputs.shape[0])
  // END SOLUTION
}
