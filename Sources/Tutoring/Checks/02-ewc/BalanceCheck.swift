import CLCore
import Exercise

/// Where a new task's parabola and EWC's well balance: (h b + λ F θ*) / (h + λ F).
struct BalanceCheck: Check {
  let place = "02-ewc/balance"
  let trials = [
    Trial("without a strength the new task wins") { random in
      let (h, b) = (random.uniform([4], in: 0.5...2), random.tensor([4]))
      let (f, a) = (random.uniform([4], in: 0.5...2), random.tensor([4]))
      return question(h, b, f, a, lambda: 0)
    },
    Trial("the two in balance") { random in
      let (h, b) = (random.uniform([6], in: 0.5...2), random.tensor([6]))
      let (f, a) = (random.uniform([6], in: 0.1...1), random.tensor([6]))
      return question(h, b, f, a, lambda: Real(random.uniform(in: 2...5)))
    },
  ]

  private static func question(_ h: Tensor, _ b: Tensor, _ f: Tensor, _ a: Tensor, lambda: Real)
    -> Question
  {
    /// The place of rest for a well as steep as `hold`.
    func rest(_ hold: Tensor) -> Tensor { (h * b + hold * a) / (h + hold) }
    let hold = lambda * f
    return Question(
      Call("restingPlace", [Value(h), Value(b), Value(f), Value(a), Value(lambda)]),
      gives: Value(rest(hold)),
      slips: [
        Slip(
          "swapped", "The optima have changed places: h belongs to the new task's b, and λF to θ*.",
          gives: Value((h * a + hold * b) / (h + hold))),
        Slip(
          "no-lambda", "λ is missing: the well is as steep as λF, not as F.",
          gives: Value(rest(f))),
        Slip(
          "middle",
          "You take the middle. The steeper valley draws the weight nearer: weight each optimum by its curvature.",
          gives: Value(0.5 * (a + b))),
        Slip(
          "not-divided", "The weighted sum is not divided by the sum of the two curvatures.",
          gives: Value(h * b + hold * a)),
        Slip(
          "half-lambda",
          "The well counts half: the ½ stands before both parabolas and goes away when they are differentiated.",
          gives: Value(rest(0.5 * hold))),
      ])
  }
}
