/// A method that holds the weights of old tasks by one quadratic penalty, ½ Σᵢ wᵢ (θᵢ − cᵢ)²: EWC and its kin.
/// They differ in the weights w alone, which each works out in `didLearn`, when a task has been learnt.
///
/// The strength λ is folded into w then: to change it later changes what is held of later tasks, not of earlier ones.
///
/// Memory: two θ, w and c, whatever the number of tasks, because a sum of quadratics is one. Time: as many passes
/// over θ as fine-tuning with Adam, which adds the slope of the penalty in its own pass, and one more per step with
/// another optimiser.
public protocol Consolidating: Strategy {
  /// The penalty on leaving the solutions of the tasks learnt so far; `nil` before the first of them.
  var quadratic: Quadratic? { get }
}

extension Consolidating {
  public func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? { quadratic }
}
