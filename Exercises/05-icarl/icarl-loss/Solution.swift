import Exercise
import Theta

/// iCaRL's loss on a batch of new samples and exemplars: binary cross-entropy, where the old network's answers are the
/// targets of the old classes.
///
/// - Parameters:
///   - scores: the network's scores, [samples, classes]; the old classes come first.
///   - old: the old network's scores for the old classes, [samples, old classes].
///   - labels: the class of each sample; an exemplar's is an old class.
/// - Returns: the sum over the classes, averaged over the samples.
func icarlLoss(scores: Tensor, old: Tensor, labels: [Int]) throws -> Real {
  // BEGIN SOLUTION
  let (taught, classes) = (old.shape[1], scores.shape[1])
  let truth = Tensor.oneHot(labels, columns: classes).columns(taught..<classes)
  let target =
    old.sigmoid.padded(0..<taught, width: classes)
    + truth.padded(taught..<classes, width: classes)
  let yes = scores.sigmoid
  let likelihood =
    target.dot(yes.logarithm) + target.affine(-1, 1).dot(yes.affine(-1, 1).logarithm)
  return -likelihood / Real(labels.count)
  // END SOLUTION
}
