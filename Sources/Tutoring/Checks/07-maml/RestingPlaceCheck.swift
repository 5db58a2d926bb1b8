import CLCore
import Exercise

/// Where MAML's θ rests on parabolas: the mean of the solutions, weighted by a (1 − αa)²ᵏ.
struct RestingPlaceCheck: Check {
  let place = "07-maml/resting-place"
  let trials = [
    Trial("one step") { random in random.unmistakable { question(steps: 1, &$0) } },
    Trial("several steps") { random in
      // With two, first-order MAML pulls as MAML does with one.
      let steps = 3 + random.below(2)
      return random.unmistakable { question(steps: steps, &$0) }
    },
  ]

  private static func question(steps: Int, _ random: inout Random) -> Question {
    let wells = Wells(steps: steps, &random)
    return Question(
      Call(
        "place",
        [
          Value(Tensor(wells.curvatures.map { Real($0) })),
          Value(Tensor(wells.solutions.map { Real($0) })), .number(wells.alpha), Value([steps]),
        ]), gives: wells.maml,
      slips: [
        Slip(
          "pretraining",
          "This is where pretraining rests: the least mean loss before any step. Judge θ by the loss after the "
            + "steps.",
          gives: wells.pretraining),
        Slip(
          "first-order",
          "This is where first-order MAML rests: the factor (1 − αa)ᵏ stands once. The loss is squared in the "
            + "distance, and the distance shrinks by that factor: so it is squared too.",
          gives: wells.firstOrder, level: .almost),
        Slip(
          "no-curvature",
          "The curvature a is missing: the loss after the steps is a/2 times the square of the distance that "
            + "is left.",
          gives: wells.pull { left, _ in left * left }),
        Slip(
          "one-step",
          "You take one step, whatever k is: with each step the distance shrinks once more.",
          gives: wells.oneStep, level: .almost),
        Slip(
          "mean-of-solutions",
          "This is the mean of the solutions: each task would have to pull alike. How steep is it, and how "
            + "much of it does a step take away?", gives: wells.pull { _, _ in 1 }),
        Slip(
          "not-divided",
          "The sum of the pulls is missing: a weighted mean is divided by its weights.",
          gives: .number(wells.notDivided)),
      ])
  }
}

/// Four tasks with parabolas for losses.
private struct Wells {
  let curvatures: [Double]
  let solutions: [Double]
  let alpha: Double
  let steps: Int

  init(steps: Int, _ random: inout Random) {
    curvatures = (0..<4).map { _ in random.uniform(in: 0.3...4) }
    solutions = (0..<4).map { _ in 2 * random.normal() }
    alpha = random.uniform(in: 0.1...0.22)
    self.steps = steps
  }

  /// The mean of the solutions weighted by what `weight` gives for the share of a distance that the steps leave, and
  /// for the curvature.
  func pull(steps: Int? = nil, _ weight: (_ left: Double, _ a: Double) -> Double) -> Value {
    let weights = weights(steps ?? self.steps, weight)
    let sum = weights.reduce(0, +)
    return .number(zip(weights, solutions).reduce(0) { $0 + $1.0 * $1.1 } / sum)
  }

  var maml: Value { pull { left, a in a * left * left } }
  var pretraining: Value { pull { _, a in a } }
  var firstOrder: Value { pull { left, a in a * left } }
  var oneStep: Value { pull(steps: 1) { left, a in a * left * left } }
  var notDivided: Double {
    zip(weights(steps) { left, a in a * left * left }, solutions).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func weights(_ steps: Int, _ weight: (Double, Double) -> Double) -> [Double] {
    curvatures.map { a in
      weight((0..<steps).reduce(1) { left, _ in left * (1 - alpha * a) }, a)
    }
  }
}
