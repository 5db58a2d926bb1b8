import CLCore
import Exercise

/// EWC's penalty λ/2 Σᵢ Fᵢ (θᵢ − θ*ᵢ)² and its gradient, against the library's own well.
struct PenaltyCheck: Check {
  let place = "02-ewc/penalty"
  let trials = [
    Trial("the penalty is zero at θ*") { random in
      let optimum = random.tensor([5])
      let fisher = random.uniform([5], in: 0.1...2)
      return Question(
        Call("value", [Value(optimum), Value(optimum), Value(fisher), .number(3)]),
        gives: .number(0),
        slips: [aboutZero(gives: Value(1.5 * fisher.dot(optimum.squared)))])
    },
    Trial("the penalty") { random in question("value", &random) },
    Trial("its gradient") { random in question("gradient", &random) },
  ]

  private static func question(_ function: String, _ random: inout Random) -> Question {
    let theta = random.tensor([5])
    let optimum = random.tensor([5])
    let fisher = random.uniform([5], in: 0.1...2)
    let lambda = Real(random.uniform(in: 5...20))
    /// What is asked for, of a well of this steepness about this centre.
    func value(_ weight: Tensor, about centre: Tensor) -> Value {
      var gradient = Tensor.zeros([5])
      let value = Quadratic(weight: weight, centre: centre).add(to: &gradient, at: theta)
      return function == "value" ? Value(value) : Value(gradient)
    }
    let right = value(lambda * fisher, about: optimum)
    let half = value(0.5 * lambda * fisher, about: optimum)
    let twice = value(2 * lambda * fisher, about: optimum)
    let distance = theta - optimum
    let sizes =
      function == "value"
      ? [
        Slip(
          "no-half", "Your penalty is twice the expected one: the ½ of λ/2 is missing.",
          gives: twice, level: .almost),
        Slip(
          "two-halves", "Your penalty is half of the expected one: is the ½ of λ/2 counted twice?",
          gives: half, level: .almost),
        Slip(
          "not-squared", "The distance θ − θ* is not squared.",
          gives: Value(lambda / 2 * fisher.dot(distance))),
      ]
      : [
        Slip(
          "half-gradient",
          "Your gradient is half of the expected one: is the ½ of λ/2 counted twice? The derivative of "
            + "(θ − θ*)² brings a 2, which takes it away.", gives: half, level: .almost),
        Slip(
          "double-gradient", "Your gradient is twice the expected one: the ½ of λ/2 is missing.",
          gives: twice, level: .almost),
        Slip(
          "uphill", "Your gradient has the wrong sign: it leads away from θ*. Is it θ* − θ?",
          gives: value(-lambda * fisher, about: optimum), level: .almost),
      ]
    let comparison = Comparison(
      expected: right, tolerance: 1e-3,
      slips: sizes + [
        Slip("no-lambda", "λ is missing.", gives: value(fisher, about: optimum), level: .almost),
        Slip(
          "no-fisher",
          "Every weight is held alike: F is missing. This is L2 regularisation towards θ*.",
          gives: value(Tensor(repeating: lambda, [5]), about: optimum)),
        aboutZero(gives: value(lambda * fisher, about: .zeros([5]))),
      ])
    func call(_ function: String, _ theta: Tensor) -> Call {
      Call(function, [Value(theta), Value(optimum), Value(fisher), Value(lambda)])
    }
    let differences = CentralDifferences(about: theta)
    let around = function == "gradient" ? differences.places.map { call("value", $0) } : []
    return Question([call(function, theta)] + around, slips: comparison.slips) { values in
      guard let finding = comparison.finding(values[0]) else { return nil }
      guard !around.isEmpty, finding.slip == nil, finding.level == .wrong else { return finding }
      return differences.broken(by: values[0], of: Array(values.dropFirst())) ?? finding
    }
  }

  private static func aboutZero(gives value: Value) -> Slip {
    Slip(
      "about-zero", "You measure the distance from zero and not from θ*: this is weight decay.",
      gives: value)
  }
}
