import Exercise
import Theta

/// MAS's Ω of three weights, worked out by hand from the slopes in the statement; and what comes out when the
/// magnitude is taken of the mean.
///
/// - Returns: Ω with the magnitude of each sample's slope, [3], and with the magnitude of the mean slope, [3].
func omegas() throws -> (perSample: [Real], ofMean: [Real]) {
  // BEGIN SOLUTION
  return (perSample: [2, 1, 1], ofMean: [0, 1, 1])
  // END SOLUTION
}
