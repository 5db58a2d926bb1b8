import Exercise
import Theta

/// SI's path integral ω over the steps of one task.
///
/// - Parameters:
///   - thetas: θ before the first step and after each step, steps + 1 tensors [P].
///   - slopes: the gradient of the new task's own loss before each step, as many tensors [P] as steps.
///   - pulls: the gradient of the penalty of the old tasks before each step, as many tensors [P]. Each step went
///     down the sum of both.
/// - Returns: ω, [P].
func path(thetas: [Tensor], slopes: [Tensor], pulls: [Tensor]) throws -> Tensor {
  // BEGIN SOLUTION
  var omega = Tensor.zeros(thetas[0].shape)
  for t in slopes.indices { omega += slopes[t] * (thetas[t + 1] - thetas[t]) }
  return -omega
  // END SOLUTION
}
