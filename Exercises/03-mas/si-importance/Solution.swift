import Exercise
import Theta

/// SI's importances Ω after several tasks.
///
/// - Parameters:
///   - paths: ω of each task, in order, each [P].
///   - moves: Δ, how far each weight came over the whole task, in order, each [P].
///   - xi: ξ, above 0.
/// - Returns: Ω, [P].
func importance(paths: [Tensor], moves: [Tensor], xi: Real) throws -> Tensor {
  // BEGIN SOLUTION
  var total = Tensor.zeros(paths[0].shape)
  for (omega, move) in zip(paths, moves) { total += omega.relu / (move.squared + xi) }
  return total
  // END SOLUTION
}
