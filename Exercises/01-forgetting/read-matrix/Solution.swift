import Exercise
import Theta

/// ACC, BWT and FWT of the accuracy matrix in the statement, worked out by hand.
///
/// - Returns: the three numbers, to two places after the point.
func threeNumbers() throws -> (acc: Real, bwt: Real, fwt: Real) {
  // BEGIN SOLUTION
  return (acc: 0.84, bwt: -0.17, fwt: 0.12)
  // END SOLUTION
}
