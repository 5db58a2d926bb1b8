import Exercise
import Theta

/// A-GEM's step.
///
/// - Parameters:
///   - gradient: g, of the new task's batch, [P].
///   - reference: r, of a batch drawn from the memories of all old tasks, [P].
/// - Returns: g̃, [P].
func project(gradient: Tensor, reference: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  let product = gradient.dot(reference)
  if product >= 0 { return gradient }
  return gradient - (product / reference.dot(reference)) * reference
  // END SOLUTION
}
