import Exercise
import Theta

/// The meta-gradient of a linear regression to first and to second order, without a gradient through a gradient.
///
/// - Parameters:
///   - theta: θ, [d, 1].
///   - supportInputs: X of the support set, [n, d].
///   - supportTargets: y of the support set, [n, 1].
///   - queryInputs: X of the query set, [m, d].
///   - queryTargets: y of the query set, [m, 1].
///   - alpha: α, the rate of the inner step.
/// - Returns: the meta-gradient of first-order MAML and that of MAML, each [d, 1].
func metaGradients(
  theta: Tensor, supportInputs: Tensor, supportTargets: Tensor, queryInputs: Tensor,
  queryTargets: Tensor, alpha: Real
) throws -> (first: Tensor, second: Tensor) {
  // BEGIN SOLUTION
  /// Xᵀ r / n
  func back(_ inputs: Tensor, _ errors: Tensor) -> Tensor {
    Tensor.product(inputs, errors, transposeA: true) / Real(inputs.shape[0])
  }
  func slope(_ inputs: Tensor, _ targets: Tensor, at theta: Tensor) -> Tensor {
    back(inputs, Tensor.product(inputs, theta) - targets)
  }
  let adapted = theta - alpha * slope(supportInputs, supportTargets, at: theta)
  let v = slope(queryInputs, queryTargets, at: adapted)
  // H v = Xᵀ (X v) / n, of the support set: H itself is never formed.
  return (v, v - alpha * back(supportInputs, Tensor.product(supportInputs, v)))
  // END SOLUTION
}
