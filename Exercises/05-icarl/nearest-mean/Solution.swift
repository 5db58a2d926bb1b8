import Exercise
import Theta

/// Classification by the nearest mean of exemplars.
///
/// - Parameters:
///   - exemplars: φ of the exemplars of all classes, [exemplars, features].
///   - labels: the class of each exemplar, below `classes`.
///   - classes: how many classes there are, each with an exemplar at least.
///   - features: φ of the images to be named, [images, features].
/// - Returns: µ, one row a class, [classes, features], and for each image the class whose µ is nearest.
func nearestMean(
  exemplars: Tensor, labels: [Int], classes: Int, features: Tensor
) throws -> (means: Tensor, answers: [Int]) {
  // BEGIN SOLUTION
  /// Each row divided by its length.
  func unit(_ a: Tensor) -> Tensor { a / a.squared.summed(to: [a.shape[0], 1]).squareRoot }
  let membership = Tensor.oneHot(labels, columns: classes)
  // The sum of a class's exemplars has the direction of their mean.
  let means = unit(Tensor.product(membership, unit(exemplars), transposeA: true))
  // Of vectors of length 1 the nearest is the one with the largest product.
  return (means, Tensor.product(unit(features), means, transposeB: true).argmaxOfRows)
  // END SOLUTION
}
