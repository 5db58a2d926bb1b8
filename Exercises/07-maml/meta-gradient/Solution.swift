import Exercise
import Theta

/// MAML's meta-gradient: that of the query set's loss after steps on the support set, along θ.
///
/// - Parameters:
///   - theta: θ, [P].
///   - alpha: α, the rate of the inner steps.
///   - steps: how many there are.
///   - support: the loss of the support set at any θ, a scalar.
///   - query: the loss of the query set at any θ, a scalar.
/// - Returns: the meta-gradient, [P].
func metaGradient(
  theta: Tensor, alpha: Real, steps: Int, support: (Variable) -> Variable,
  query: (Variable) -> Variable
) throws -> Tensor {
  // BEGIN SOLUTION
  gradient(at: theta) { theta in
    var adapted = theta
    for _ in 0..<steps {
      adapted = adapted - alpha * gradient(at: adapted) { support($0) }
    }
    return query(adapted)
  }
  // END SOLUTION
}
