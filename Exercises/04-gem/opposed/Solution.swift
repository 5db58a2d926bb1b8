import Exercise
import Theta

/// How often gradients of a new task oppose old tasks.
///
/// - Parameters:
///   - gradients: g at each step, one a row, [steps, P].
///   - old: G, the gradient of each old task, one a row, [k, P]; the same at all steps.
/// - Returns: the share of the steps that oppose at least one old task, and for each old task the share of the
///   steps that oppose it, [k].
func opposed(gradients: Tensor, old: Tensor) throws -> (any: Real, each: Tensor) {
  // BEGIN SOLUTION
  let products = Tensor.product(gradients, old, transposeB: true)
  let (steps, k) = (gradients.shape[0], old.shape[0])
  let opposes = (0..<steps).map { t in (0..<k).map { products[t, $0] < 0 } }
  let any = opposes.count { $0.contains(true) }
  let each = (0..<k).map { j in opposes.count { $0[j] } }
  return (Real(any) / Real(steps), Tensor(each.map { Real($0) / Real(steps) }))
  // END SOLUTION
}
