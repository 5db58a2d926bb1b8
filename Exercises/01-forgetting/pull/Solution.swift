import Exercise
import Theta

/// The gradient of a batch's mean cross-entropy with respect to the scores.
///
/// - Parameters:
///   - scores: one image a row, [n, outputs].
///   - labels: the right output of each image, one of the active ones, [n].
///   - active: the outputs that take part in the softmax.
/// - Returns: the gradient, [n, outputs].
func slope(scores: Tensor, labels: [Int], active: Range<Int>) throws -> Tensor {
  // BEGIN SOLUTION
  let p = scores.softmax(over: .range(active))
  return (p - Tensor.oneHot(labels, columns: scores.shape[1])) / Real(labels.count)
  // END SOLUTION
}
