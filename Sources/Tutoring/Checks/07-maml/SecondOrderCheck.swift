import CLCore
import Exercise

/// The meta-gradients of a linear regression, (I − αH) v and v, in closed form.
struct SecondOrderCheck: Check {
  let place = "07-maml/second-order"
  let trials = [
    Trial("first order") { random in
      let task = LinearTask(&random)
      return Question(
        task.call("first"), gives: Value(task.slope(task.query, at: task.adapted)),
        slips: [
          Slip(
            "no-step",
            "The query set's gradient is taken at θ: no step has been made. It is that at θ'.",
            gives: Value(task.slope(task.query, at: task.theta))),
          Slip(
            "support-twice",
            "The support set judges the step that was taken on it. ∇L(θ') is of the query set.",
            gives: Value(task.slope(task.support, at: task.adapted))),
          Slip(
            "sets-swapped",
            "Support and query set have changed places: the step is taken on the first, and judged on the "
              + "second.",
            gives: Value(task.slope(task.support, at: task.step(on: task.query)))),
          Slip(
            "sum", "You sum over the samples: the loss is a mean, with 1/n of each set.",
            gives: Value(task.summed)),
        ])
    },
    Trial("second order") { random in
      let task = LinearTask(&random)
      let v = task.slope(task.query, at: task.adapted)
      let hv = task.curved(task.support, v)
      return Question(
        task.call("second"), gives: Value(v - task.alpha * hv),
        slips: [
          Slip(
            "query-hessian",
            "Your H is of the query set. It comes from differentiating the step, and the step was taken on the "
              + "support set.",
            gives: Value(v - task.alpha * task.curved(task.query, v))),
          Slip(
            "plus", "The sign of αH is wrong: the step goes against the gradient, so it is I − αH.",
            gives: Value(v + task.alpha * hv), level: .almost),
          Slip("no-alpha", "α is missing before H.", gives: Value(v - hv), level: .almost),
          Slip(
            "the-same",
            "Both of your answers are the first order: αH v is missing, the part that comes from "
              + "differentiating the step.",
            gives: Value(v)),
        ])
    },
  ]
}

/// A regression with a support and a query set of different sizes.
private struct LinearTask {
  typealias Samples = (inputs: Tensor, targets: Tensor)

  let theta: Tensor
  let support: Samples
  let query: Samples
  let alpha: Real

  init(_ random: inout Random) {
    theta = random.tensor([3, 1])
    support = (random.tensor([4, 3]), random.tensor([4, 1]))
    query = (random.tensor([6, 3]), random.tensor([6, 1]))
    alpha = Real(random.uniform(in: 0.2...0.4))
  }

  func call(_ function: String) -> Call {
    Call(
      function,
      [theta, support.inputs, support.targets, query.inputs, query.targets].map { Value($0) }
        + [Value(alpha)])
  }

  var adapted: Tensor { step(on: support) }

  func step(on samples: Samples) -> Tensor { theta - alpha * slope(samples, at: theta) }

  func slope(_ samples: Samples, at theta: Tensor) -> Tensor {
    let errors = Tensor.product(samples.inputs, theta) - samples.targets
    return Tensor.product(samples.inputs.transposed, errors) / Real(samples.inputs.shape[0])
  }

  /// H v of a set.
  func curved(_ samples: Samples, _ v: Tensor) -> Tensor {
    let hessian = Tensor.product(samples.inputs.transposed, samples.inputs)
    return Tensor.product(hessian, v) / Real(samples.inputs.shape[0])
  }

  /// The first order when no set's loss is a mean.
  var summed: Tensor {
    6 * slope(query, at: theta - 4 * alpha * slope(support, at: theta))
  }
}
