import Exercise
import Theta

/// One step of Reptile.
///
/// - Parameters:
///   - theta: θ, [P].
///   - tasks: the loss of each task at any θ, a scalar.
///   - steps: how many inner steps a task is given.
///   - rate: the rate of the inner steps.
///   - epsilon: ε, how far of the way θ moves.
/// - Returns: θ after the step, [P].
func reptile(
  theta: Tensor, tasks: [(Variable) -> Variable], steps: Int, rate: Real, epsilon: Real
) throws -> Tensor {
  // BEGIN SOLUTION
  var way = Tensor.zeros(theta.shape)
  for task in tasks {
    var phi = theta
    for _ in 0..<steps { phi = phi - rate * gradient(at: phi, of: task) }
    way += phi - theta
  }
  return theta + epsilon / Real(tasks.count) * way
  // END SOLUTION
}
