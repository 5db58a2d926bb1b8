import CLCore
import Exercise

/// GEM's step from the prices, the margin added as in the paper's text; against the library's own.
struct GEMStepCheck: Check {
  let place = "04-gem/gem-step"
  let trials = [
    Trial("a gradient in the cone stays as it is") { random in
      let (g, old, _) = opposed(&random)
      // Turned so far towards the old tasks that it agrees with all.
      let agreeing = g + 3 * old.summed(to: [1, size]).reshaped([size])
      return question(
        agreeing, old, margin: 0.5,
        slips: [
          Slip(
            "margin-always",
            "The margin is added although no old task is opposed. There GEM leaves g as it is.",
            gives: Value(agreeing + 0.5 * old.summed(to: [1, size]).reshaped([size])))
        ])
    },
    Trial("a step without a margin") { random in
      let (g, old, v) = opposed(&random)
      let turn = mixture(old, v)
      return question(
        g, old, margin: 0,
        slips: [
          Slip(
            "all-opposed",
            "You leave g as it is unless it opposes all old tasks. One that is opposed is enough to project.",
            gives: Value(g)),
          Slip(
            "minus",
            "The sign is turned: prices pay for the old gradients, which are added, and the step turns towards them.",
            gives: Value(g - turn)),
          Slip(
            "no-gradient", "This is what is added to g; g itself is missing.", gives: Value(turn)),
        ])
    },
    Trial("a step with a margin") { random in
      let (g, old, v) = opposed(&random)
      return question(
        g, old, margin: 0.5,
        slips: [
          Slip(
            "no-margin", "The margin is missing: γ is added to every price.",
            gives: Value(g + mixture(old, v))),
          Slip(
            "margin-of-active",
            "The margin is added to the prices above 0 alone. GEM adds γ of every old gradient, active or not.",
            gives: Value(g + mixture(old, v.map { $0 > 0 ? $0 + 0.5 : 0 }))),
        ])
    },
  ]

  private static let size = 6

  private static func question(
    _ g: Tensor, _ old: Tensor, margin: Double, slips: [Slip]
  ) -> Question {
    var step = g
    GEM.project(&step, old, .added(margin))
    return Question(
      Call(
        "step",
        [Value(g), Value(old), Value(Tensor(prices(g, old).map { Real($0) })), .number(margin)]),
      gives: Value(step), slips: slips)
  }

  /// g, G and v*, of three old tasks that pull the same way, some of them opposed and some not, one of them not active.
  private static func opposed(_ random: inout Random) -> (Tensor, Tensor, [Double]) {
    while true {
      let old = random.tensor([3, size]).squared
      let g = random.tensor([size])
      let products = Tensor.product(old, g.reshaped([size, 1])).values
      let v = prices(g, old)
      if products.contains(where: { $0 < -0.3 }), products.contains(where: { $0 > 0.3 }),
        v.contains(0), v.contains(where: { $0 > 0.1 })
      {
        return (g, old, v)
      }
    }
  }

  private static func prices(_ g: Tensor, _ old: Tensor) -> [Double] {
    DualProgram(
      gram: .product(old, old, transposeB: true),
      products: Tensor.product(old, g.reshaped([size, 1])).reshaped([3])
    ).solution
  }

  private static func mixture(_ old: Tensor, _ v: [Double]) -> Tensor {
    Tensor.product(old, Tensor(v.map { Real($0) }, [3, 1]), transposeA: true).reshaped([size])
  }
}
