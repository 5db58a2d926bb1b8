import Exercise
import Theta

/// Forgetting, as Chaudhry et al. (2018) measure it.
///
/// - Parameter r: R, [T + 1, T], with T ≥ 3. `r[i, j]` is the accuracy after i tasks on the task in column j, from 0;
///   row 0 is the untrained network.
/// - Returns: F.
func forgetting(_ r: Tensor) throws -> Real {
  // BEGIN SOLUTION
  let tasks = r.shape[1]
  var total: Real = 0
  for j in 0..<tasks - 1 {
    var best = r[1, j]
    for i in 2..<tasks { best = max(best, r[i, j]) }
    total += best - r[tasks, j]
  }
  return total / Real(tasks - 1)
  // END SOLUTION
}
