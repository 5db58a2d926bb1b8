import Exercise
import Theta

/// Where MAML's θ comes to rest when the loss of each task is a parabola a/2 (θ − c)².
///
/// - Parameters:
///   - curvatures: a of each task, [tasks].
///   - solutions: c of each task, [tasks].
///   - alpha: α, the rate of the inner steps.
///   - steps: how many inner steps a task is given.
/// - Returns: the θ with the least mean loss after so many steps.
func restingPlace(
  curvatures: Tensor, solutions: Tensor, alpha: Real, steps: Int
) throws -> Real {
  // BEGIN SOLUTION
  let shrinking = curvatures.affine(-alpha, 1)
  var pull = curvatures
  for _ in 0..<2 * steps { pull = pull * shrinking }
  return pull.dot(solutions) / pull.sum
  // END SOLUTION
}
