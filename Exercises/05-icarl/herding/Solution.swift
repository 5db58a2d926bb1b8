import Exercise
import Theta

/// The exemplars of a class, chosen one by one so that their mean stays close to that of all.
///
/// - Parameters:
///   - features: φ(x) of the class's images, [images, features].
///   - count: how many to choose, at most as many as there are.
/// - Returns: the rows chosen, in the order in which they are chosen.
func herding(features: Tensor, count: Int) throws -> [Int] {
  // BEGIN SOLUTION
  let (images, width) = (features.shape[0], features.shape[1])
  let mean = features.summed(to: [1, width]) / Real(images)
  var chosen: [Int] = []
  var sum = Tensor.zeros([1, width])
  for k in 1...count {
    let left = (0..<images).filter { !chosen.contains($0) }
    let distances = left.map { (mean - (features.rows($0..<$0 + 1) + sum) / Real(k)).norm }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else { break }
    chosen.append(left[nearest])
    sum += features.rows(left[nearest]..<left[nearest] + 1)
  }
  return chosen
  // END SOLUTION
}
