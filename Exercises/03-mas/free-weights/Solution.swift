import Exercise
import Theta

/// The weights of the network in the statement that no strength of MAS holds.
///
/// - Returns: their numbers.
func freeWeights() throws -> [Int] {
  // BEGIN SOLUTION
  return [3, 4, 5, 6, 8]
  // END SOLUTION
}
