import Exercise
import Theta

/// Where each weight comes to rest between the valley of the new task and EWC's well.
///
/// - Parameters:
///   - curvature: h, the curvature of the new task's loss along each weight, [P].
///   - newOptimum: b, where the new task alone would have the weight, [P].
///   - fisher: F of the old task, [P].
///   - oldOptimum: θ*, where the old task ended, [P].
///   - lambda: λ, the strength.
/// - Returns: the weights at which h/2 (θ − b)² + λ/2 F (θ − θ*)² is smallest, [P].
func restingPlace(
  curvature: Tensor, newOptimum: Tensor, fisher: Tensor, oldOptimum: Tensor, lambda: Real
) throws -> Tensor {
  // BEGIN SOLUTION
  let hold = lambda * fisher
  return (curvature * newOptimum + hold * oldOptimum) / (curvature + hold)
  // END SOLUTION
}
