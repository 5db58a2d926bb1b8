import Exercise
import Theta

/// The losses of a task's support and query set at any θ, scalars.
struct Task {
  let support: (Variable) -> Variable
  let query: (Variable) -> Variable
}

/// Lifelong MAML's loss: that of the current family, and those of families met before, the less the longer ago.
///
/// - Parameters:
///   - theta: θ, [P].
///   - tasks: a task of each family in the order in which they came; the last is of the current one.
///   - alpha: α, the rate of the inner step.
///   - lambda: λ, by which an old family counts less with each family since.
/// - Returns: the loss, a scalar that can be differentiated along θ.
func lifelongLoss(theta: Variable, tasks: [Task], alpha: Real, lambda: Real) throws -> Variable {
  // BEGIN SOLUTION
  /// The query set's loss after a step on the task's own support set.
  func afterStep(_ task: Task) -> Variable {
    task.query(theta - alpha * gradient(at: theta) { task.support($0) })
  }
  let current = tasks.count - 1
  var history = Variable(0)
  var weight: Real = 1
  for j in (0..<current).reversed() {
    weight *= lambda
    history = history + weight * afterStep(tasks[j])
  }
  return afterStep(tasks[current]) + history / Real(max(current, 1))
  // END SOLUTION
}
