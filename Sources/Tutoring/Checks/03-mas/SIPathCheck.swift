import CLCore
import Exercise

/// SI's path integral ωᵢ = −Σ_t gᵢ(t) Δθᵢ(t), g being the slope of the task's own loss.
struct SIPathCheck: Check {
  let place = "03-mas/si-path"
  let trials = [
    Trial("one step") { random in question(steps: 1, &random) },
    Trial("the sum over many steps") { random in question(steps: 6, &random) },
  ]

  private static func question(steps: Int, _ random: inout Random) -> Question {
    let slopes = (0..<steps).map { _ in random.tensor([5]) }
    // The penalty pulls two of the weights uphill for the new task.
    let pulls = slopes.map {
      Tensor([-3, 0.5, -3, 0.5, 0.5]) * random.uniform([5], in: 0.8...1.2) * $0
    }
    var thetas = [random.tensor([5])]
    for t in 0..<steps {
      thetas.append(thetas[t] - 0.1 * (slopes[t] + pulls[t]) * random.uniform([5], in: 0.5...1.5))
    }
    let diary = thetas
    /// Σ_t of what is made of a step's slope and move.
    func sum(_ term: (_ t: Int, _ move: Tensor) -> Tensor) -> Tensor {
      var total = Tensor.zeros([5])
      for t in 0..<steps { total += term(t, diary[t + 1] - diary[t]) }
      return total
    }
    let exact = -sum { slopes[$0] * $1 }
    let slope = sum { t, _ in slopes[t] }
    return Question(
      Call("path", [Value(thetas), Value(slopes), Value(pulls)]), gives: Value(exact),
      slips: [
        Slip(
          "penalised",
          "The penalty's gradient is in your g: what is pulled back to θ* would count as progress. ω takes the slope of the task's own loss.",
          gives: Value(-sum { (slopes[$0] + pulls[$0]) * $1 })),
        Slip(
          "sign",
          "The sign is turned: a move against the slope lowers the loss, and its ω is positive.",
          gives: Value(-exact), level: .almost),
        Slip(
          "ends-only",
          "You multiply the sum of the slopes by the whole way. The product is taken in each step, for a weight may go forth and back.",
          gives: Value(-(slope * (diary[steps] - diary[0])))),
        Slip(
          "magnitudes",
          "You add magnitudes: a step uphill counts as progress. ω has a sign in each step.",
          gives: Value(sum { (slopes[$0] * $1).magnitude })),
        Slip(
          "slope-after",
          "The slope is the one after the step. What a move takes off the loss is foretold by the slope before it.",
          gives: Value(-sum { t, move in t + 1 < steps ? slopes[t + 1] * move : 0 * move })),
        Slip(
          "mean", "You divide by the number of steps. ω is a sum: the whole progress of the task.",
          gives: Value(exact / Real(steps)), level: .almost),
      ])
  }
}
