import Exercise
import Theta

/// ACC, BWT and FWT of an accuracy matrix.
///
/// - Parameter r: R, [T + 1, T]. `r[i, j]` is the accuracy after i tasks on the task in column j; row 0 is the
///   untrained network. Columns count from 0, so that task j of the formulas is column j − 1.
/// - Returns: the three measures.
func measures(_ r: Tensor) throws -> (acc: Real, bwt: Real, fwt: Real) {
  // BEGIN SOLUTION
  let tasks = r.shape[1]
  var (acc, bwt, fwt): (Real, Real, Real) = (0, 0, 0)
  for j in 0..<tasks { acc += r[tasks, j] / Real(tasks) }
  for j in 0..<tasks - 1 {
    bwt += (r[tasks, j] - r[j + 1, j]) / Real(tasks - 1)
    fwt += (r[j + 1, j + 1] - r[0, j + 1]) / Real(tasks - 1)
  }
  return (acc, bwt, fwt)
  // END SOLUTION
}
