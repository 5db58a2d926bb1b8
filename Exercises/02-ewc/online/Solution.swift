import Exercise
import Theta

/// What online EWC remembers after a task: one Fisher information for all tasks so far.
///
/// - Parameters:
///   - remembered: F̃ before the task, [P]; nil after the first task.
///   - fisher: F of the task that has just been learnt, [P].
///   - gamma: γ, how much of what was remembered is kept.
/// - Returns: F̃ after the task, [P].
func remember(_ remembered: Tensor?, fisher: Tensor, gamma: Real) throws -> Tensor {
  // BEGIN SOLUTION
  guard let remembered else { return fisher }
  return gamma * remembered + fisher
  // END SOLUTION
}
