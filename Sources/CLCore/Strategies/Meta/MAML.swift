/// Model-agnostic meta-learning (Finn, Abbeel & Levine 2017, equation 1 and algorithm 1): a θ from which
/// a few steps of gradient descent on a task's support set reach a good θ' for that task,
///
///     minimise over θ   Eᵢ[ Lᵢ(θ'ᵢ) ],   θ'ᵢ = θ − α ∇Lᵢ(θ)   (or several such steps)
///
/// with θ' judged by the task's query set. The meta-gradient of one step is (I − α Hᵢ) ∇Lᵢ(θ'ᵢ), Hᵢ the
/// Hessian of the support set's loss at θ: a gradient through a gradient. To first order (FOMAML,
/// section 5.2) I stands for I − α Hᵢ.
///
/// Memory: nothing is kept from step to step; a step holds as many θ and graphs as there are tasks in the
/// meta-batch, times the inner steps. Time a step: for each task and inner step about four passes forward
/// and backward, two to first order.
public struct MAML: MetaStrategy {
  /// α, the rate of the inner steps.
  public var alpha: Double
  /// How many inner steps a task is given; with none, MAML fits θ to the query sets.
  public var steps: Int
  /// Whether the inner steps are differentiated.
  public var order: MetaOrder

  /// MAML with so many inner steps at rate α, to second order.
  public init(alpha: Double = 0.01, steps: Int = 1, order: MetaOrder = .second) {
    require(steps >= 0, "a task cannot be given \(steps) inner steps")
    self.alpha = alpha
    self.steps = steps
    self.order = order
  }

  public var name: String { order == .second ? "MAML" : "FOMAML" }

  public func loss(
    _ episodes: Episodes, at theta: Variable, _ learner: inout Learner
  ) -> Variable {
    let adapted = adapted(theta, to: episodes.support, learner)
    return learner.losses(of: episodes.query, at: adapted).mean
  }

  /// θ'ᵢ of every task, [tasks · P], stacked weight by weight.
  func adapted(_ theta: Variable, to support: Examples, _ learner: Learner) -> Variable {
    learner.adapted(theta, to: support, rate: alpha, steps: steps, order)
  }
}
