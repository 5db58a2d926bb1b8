import CLCore
import Exercise

/// MAML's meta-gradient, against the product of the factors I − αH, each at the θ where its step began.
struct MetaGradientCheck: Check {
  let place = "07-maml/meta-gradient"
  let trials = [
    Trial("one inner step") { random in question(steps: 1, &random) },
    Trial("several inner steps") { random in question(steps: 2 + random.below(2), &random) },
  ]

  private static func question(steps: Int, _ random: inout Random) -> Question {
    let (support, query) = (CurvedTask(&random), CurvedTask(&random))
    let theta = random.tensor([3, 1], scale: 0.5)
    let alpha = Real(random.uniform(in: 0.3...0.5))
    /// The factors applied to ∇L at the end of the path, from the last step to the first.
    func meta(
      rate: Real, steps: Int, on task: CurvedTask, judgedBy judge: CurvedTask,
      isOneThere identity: Real = 1, order: Real = 1
    ) -> Tensor {
      let path = (0...steps).map { task.adapted(theta, rate, steps: $0) }
      return path.dropLast().reversed().reduce(judge.slope(path[steps])) { v, theta in
        identity * v - order * rate * task.curved(v, at: theta)
      }
    }
    let still = query.slope(theta - Real(steps) * alpha * support.slope(theta))
    return Question(
      Call("meta", [Value(theta), Value(alpha), Value([steps])] + support.values + query.values),
      gives: Value(meta(rate: alpha, steps: steps, on: support, judgedBy: query)),
      slips: [
        Slip(
          "first-order",
          "This is first-order MAML: the inner gradient is taken at a value, and its history is lost. Take it "
            + "at the variable.",
          gives: Value(meta(rate: alpha, steps: steps, on: support, judgedBy: query, order: 0))),
        Slip(
          "no-identity",
          "Only −αH is left of I − αH: the θ from which the step goes is detached. It moves the end of the "
            + "step as well.",
          gives: Value(
            meta(rate: alpha, steps: steps, on: support, judgedBy: query, isOneThere: 0))),
        Slip(
          "no-step",
          "No step is taken: this is the query set's gradient at θ, which is pretraining.",
          gives: Value(query.slope(theta))),
        Slip(
          "support-twice",
          "The support set judges the steps that were taken on it, and the query set is not asked.",
          gives: Value(meta(rate: alpha, steps: steps, on: support, judgedBy: support))),
        Slip(
          "sets-swapped",
          "Support and query set have changed places: the steps are taken on the first, and judged on the "
            + "second.",
          gives: Value(meta(rate: alpha, steps: steps, on: query, judgedBy: support))),
        Slip(
          "uphill", "The inner steps climb: θ' = θ − α ∇L.",
          gives: Value(meta(rate: -alpha, steps: steps, on: support, judgedBy: query))),
        Slip(
          "one-step", "You take one step, whatever `steps` is.",
          gives: Value(meta(rate: alpha, steps: 1, on: support, judgedBy: query)), level: .almost),
        Slip(
          "always-at-theta",
          "Every step uses the gradient at θ. The next step's gradient is that where the last one ended.",
          gives: Value(still - Real(steps) * alpha * support.curved(still, at: theta))),
      ])
  }
}
