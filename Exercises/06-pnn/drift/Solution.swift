import Exercise
import Theta

/// DEN's criterion for splitting: how far what enters each unit has moved, and which units have moved too far.
///
/// - Parameters:
///   - before: what entered each unit before the task, a column a unit, [entering, units].
///   - now: what enters it now, [entering, units].
///   - threshold: σ, above which a unit is split.
/// - Returns: ρ of each unit, [units], and the numbers of the units to be split, in order.
func drift(
  before: Tensor, now: Tensor, threshold: Real
) throws -> (drift: Tensor, split: [Int]) {
  // BEGIN SOLUTION
  let units = now.shape[1]
  let drift = (now - before).squared.summed(to: [1, units]).squareRoot.reshaped([units])
  return (drift, (0..<units).filter { drift[$0] > threshold })
  // END SOLUTION
}
