import CLCore
import Exercise

/// MAS's penalty λ Σᵢ Ωᵢ (θᵢ − θ*ᵢ)² and its gradient, against the library's own well.
struct MASPenaltyCheck: Check {
  let place = "03-mas/mas-penalty"
  let trials = [
    Trial("the penalty after one task") { random in question("value", tasks: 1, &random) },
    Trial("its gradient") { random in question("gradient", tasks: 1, &random) },
    Trial("the penalty after three tasks") { random in question("value", tasks: 3, &random) },
    Trial("its gradient after three") { random in question("gradient", tasks: 3, &random) },
  ]

  private static func question(
    _ function: String, tasks: Int, _ random: inout Random
  ) -> Question {
    let theta = random.tensor([5])
    let solutions = (0..<tasks).map { _ in random.tensor([5]) }
    let omegas = (0..<tasks).map { _ in random.uniform([5], in: 0.1...2) }
    let lambda = Real(random.uniform(in: 5...20))
    /// What is asked for, of these wells together, each λ Ω about its solution.
    func guardian(_ wells: [(omega: Tensor, solution: Tensor)], times factor: Real = 1) -> Value {
      var (value, gradient) = (Real(0), Tensor.zeros([5]))
      for (omega, solution) in wells {
        value += Quadratic(weight: 2 * factor * lambda * omega, centre: solution)
          .add(to: &gradient, at: theta)
      }
      return function == "value" ? Value(value) : Value(gradient)
    }
    let sum = omegas.dropFirst().reduce(omegas[0], +)
    let last = solutions[tasks - 1]
    return Question(
      Call(function, [Value(theta), Value(solutions), Value(omegas), Value(lambda)]),
      gives: guardian([(sum, last)]), within: 1e-4,
      slips: (function == "value" ? valueSlips : gradientSlips).map { name, message, factor in
        Slip(name, message, gives: guardian([(sum, last)], times: factor), level: .almost)
      } + [
        Slip(
          "no-lambda", "λ is missing.", gives: guardian([(sum, last)], times: 1 / lambda),
          level: .almost),
        Slip(
          "latest-omega",
          "Only the last task's Ω counts: the tasks before it are unguarded. Ω is summed over the tasks.",
          gives: guardian([(omegas[tasks - 1], last)])),
        Slip(
          "mean-omega",
          "You take the mean of the tasks' Ω. MAS sums them: else each task weakens the guard of those before.",
          gives: guardian([(sum, last)], times: 1 / Real(tasks)), level: .almost),
        Slip(
          "first-solution",
          "You measure from where the first task ended. θ* is where the last one did.",
          gives: guardian([(sum, solutions[0])])),
        Slip(
          "own-wells",
          "Each task has a well of its own about its own solution, as in EWC. MAS keeps the last θ* alone.",
          gives: guardian(Array(zip(omegas, solutions)))),
      ])
  }

  private typealias Factor = (name: String, message: String, factor: Real)

  private static let valueSlips: [Factor] = [
    (
      "half-value",
      "Your penalty is half of the expected one: MAS has no ½ before the sum, unlike EWC.", 0.5
    ),
    (
      "double-value",
      "Your penalty is twice the expected one: the 2 belongs to the gradient alone.", 2
    ),
  ]

  private static let gradientSlips: [Factor] = [
    (
      "half-gradient",
      "Your gradient is half of the expected one: the derivative of (θ − θ*)² brings a 2, and MAS has no ½ to take it away.",
      0.5
    ),
    ("uphill", "Your gradient has the wrong sign: it leads away from θ*. Is it θ* − θ?", -1),
  ]
}
