import Exercise
import Theta

/// The proximal step of γ Σ_g ‖g‖₂: each group is shortened by γ, and one that is no longer than that becomes zero.
///
/// - Parameters:
///   - incoming: what enters the new units, a column a unit, [entering, units]; a column is a group g.
///   - gamma: γ.
/// - Returns: what enters them after the step, [entering, units].
func shrink(incoming: Tensor, gamma: Real) throws -> Tensor {
  // BEGIN SOLUTION
  let units = incoming.shape[1]
  var result = incoming
  for unit in 0..<units {
    let length = incoming.columns(unit..<unit + 1).norm
    let factor = length > gamma ? 1 - gamma / length : 0
    for row in 0..<incoming.shape[0] { result[row * units + unit] *= factor }
  }
  return result
  // END SOLUTION
}
