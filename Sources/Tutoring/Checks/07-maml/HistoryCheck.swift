import CLCore
import Exercise

/// Lifelong MAML's loss with a step of its own for each old task, and its gradient.
struct HistoryCheck: Check {
  let place = "07-maml/history"
  let trials = [
    Trial("the first family") { random in
      random.unmistakable { question("loss", families: 1, &$0) }
    },
    Trial("one family before") { random in
      random.unmistakable { question("loss", families: 2, &$0) }
    },
    Trial("three families before") { random in
      random.unmistakable { question("loss", families: 4, &$0) }
    },
    Trial("the gradient") { random in question("gradient", families: 4, &random) },
  ]

  private static func question(
    _ function: String, families: Int, _ random: inout Random
  ) -> Question {
    let lives = Families(count: families, &random)
    func gives(_ form: Families.Form) -> Value {
      function == "loss" ? Value(lives.loss(form)) : Value(lives.slope(form))
    }
    let isGradient = function == "gradient"
    let values = [
      Slip(
        "as-it-stands",
        "Old tasks are judged after the current task's step: this is the formula as it stands, which works "
          + "against adaptation. Each takes a step on its own support set first.",
        gives: gives(.asItStands)),
      Slip(
        "no-own-step",
        "Old tasks are judged at θ, before any step: they are to be known, and not to be learnt quickly. Each "
          + "takes a step of its own.",
        gives: gives(.noStep)),
      Slip(
        "oldest-most",
        "The powers of λ run the wrong way: the oldest family counts most. Family j has λ to the power i − j.",
        gives: gives(.oldestMost)),
      Slip(
        "not-decayed",
        "Every old family has the weight λ. With each family since it is multiplied by λ once more.",
        gives: gives(.notDecayed)),
      Slip(
        "one-power-less",
        "The family just before the current one counts in full: its power is i − j = 1, and its weight λ.",
        gives: gives(.onePowerLess), level: .almost),
      Slip(
        "sum", "You sum over the old families; asked for is their mean, with 1/i.",
        gives: gives(.sum), level: .almost),
    ]
    let missing = Slip(
      "no-history", "Only the current family counts: history is missing.", gives: gives(.none))
    let slopes = [
      Slip(
        "first-order",
        "This is the gradient to first order: the inner gradients are taken at a value, and their history is "
          + "lost.",
        gives: gives(.firstOrder), level: .almost),
      Slip(
        "constant-history",
        "History has the right value and no gradient: it is a number here, and θ will not learn from it.",
        gives: gives(.constant)),
    ]
    return Question(
      Call(
        function, [Value(lives.theta), lives.samples, Value(lives.alpha), Value(lives.lambda)]),
      gives: gives(.right), slips: values + (isGradient ? slopes : [missing]))
  }
}

/// A task of each of some families, and what is made of them.
private struct Families {
  /// What is taken for the loss.
  enum Form {
    case right, asItStands, noStep, none, oldestMost, notDecayed, onePowerLess, sum
    case firstOrder, constant
  }

  let tasks: [(support: CurvedTask, query: CurvedTask)]
  let theta: Tensor
  let alpha: Real
  let lambda: Real

  init(count: Int, _ random: inout Random) {
    tasks = (0..<count).map { _ in (CurvedTask(&random), CurvedTask(&random)) }
    theta = random.tensor([3, 1])
    alpha = Real(random.uniform(in: 0.4...0.6))
    lambda = Real(random.uniform(in: 0.4...0.7))
  }

  var samples: Value { .list(tasks.flatMap { $0.support.values + $0.query.values }) }

  func loss(_ form: Form) -> Real {
    let i = tasks.count - 1
    return losses(form).enumerated().reduce(0) { $0 + weight($1.offset, i, form) * $1.element }
  }

  /// Its gradient, from those of each task after a step on some support set.
  func slope(_ form: Form) -> Tensor {
    let i = tasks.count - 1
    return tasks.indices.reduce(Tensor.zeros(theta.shape)) { sum, j in
      if form == .constant && j < i { return sum }
      let query = tasks[j].query
      if form == .noStep && j < i { return sum + weight(j, i, form) * query.slope(theta) }
      let support = tasks[form == .asItStands ? i : j].support
      let v = query.slope(support.adapted(theta, alpha, steps: 1))
      let bent = form == .firstOrder ? v : v - alpha * support.curved(v, at: theta)
      return sum + weight(j, i, form) * bent
    }
  }

  /// The loss of each family's task.
  private func losses(_ form: Form) -> [Real] {
    let i = tasks.count - 1
    return tasks.indices.map { j in
      let support = tasks[form == .asItStands ? i : j].support
      let isStill = form == .noStep && j < i
      let adapted = support.adapted(theta, alpha, steps: isStill ? 0 : 1)
      return tasks[j].query.loss(Variable(adapted)).value.scalar
    }
  }

  private func weight(_ j: Int, _ i: Int, _ form: Form) -> Real {
    if j == i { return 1 }
    func power(_ n: Int) -> Real { (0..<n).reduce(1) { weight, _ in weight * lambda } }
    let mean = 1 / Real(i)
    return switch form {
    case .none: 0
    case .oldestMost: power(j + 1) * mean
    case .notDecayed: lambda * mean
    case .onePowerLess: power(i - j - 1) * mean
    case .sum: power(i - j)
    default: power(i - j) * mean
    }
  }
}
