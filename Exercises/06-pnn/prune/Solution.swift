import Exercise
import Theta

/// PackNet's pruning of one layer: the task gives back its weights of least magnitude.
///
/// - Parameters:
///   - theta: the layer's weights, [weights].
///   - owners: the task, from 1, to which each weight belongs, [weights].
///   - task: the task that has just been learnt.
///   - share: ρ, the share of its weights that it gives back.
/// - Returns: the weights, and their owners, 0 for nobody; both [weights].
func prune(
  theta: Tensor, owners: [Int], task: Int, share: Real
) throws -> (theta: Tensor, owners: [Int]) {
  // BEGIN SOLUTION
  let own = owners.indices.filter { owners[$0] == task }
  let count = Int((share * Real(own.count)).rounded())
  var (theta, owners) = (theta, owners)
  for i in own.sorted(by: { abs(theta[$0]) < abs(theta[$1]) }).prefix(count) {
    theta[i] = 0
    owners[i] = 0
  }
  return (theta, owners)
  // END SOLUTION
}
