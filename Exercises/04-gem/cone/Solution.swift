import Exercise
import Theta

/// GEM's step for the gradients in the statement, worked out by hand.
///
/// - Returns: g̃, [2].
func step() throws -> [Real] {
  // BEGIN SOLUTION
  return [0, 1]
  // END SOLUTION
}
