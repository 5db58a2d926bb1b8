import CLCore
import Exercise

/// SI's importances Ωᵢ = Σ max(0, ωᵢ) / (Δᵢ² + ξ), summed over tasks.
struct SIImportanceCheck: Check {
  let place = "03-mas/si-importance"
  let trials = [
    Trial("one task") { random in question(tasks: 1, &random) },
    Trial("the sum over three tasks") { random in question(tasks: 3, &random) },
  ]

  private static func question(tasks: Int, _ random: inout Random) -> Question {
    let paths = (0..<tasks).map { _ in
      // In each task some weights went uphill on the whole, and some did not.
      Tensor([1, -1, 1, -1, 1, 1]) * random.uniform([6], in: 0.2...2)
    }
    let moves = (0..<tasks).map { _ in
      random.tensor([6]).sign * random.uniform([6], in: 0.2...0.9)
    }
    let xi = Real(random.uniform(in: 0.1...0.3))
    /// Σ over tasks of what is made of ω and Δ.
    func sum(_ term: (_ omega: Tensor, _ move: Tensor) -> Tensor) -> Tensor {
      zip(paths, moves).reduce(Tensor.zeros([6])) { $0 + term($1.0, $1.1) }
    }
    let exact = sum { $0.relu / ($1.squared + xi) }
    return Question(
      Call("importance", [Value(paths), Value(moves), Value(xi)]), gives: Value(exact),
      slips: [
        Slip(
          "negative",
          "Negative ω are left in: their wells would push weights away from θ*. They count as 0.",
          gives: Value(sum { $0 / ($1.squared + xi) })),
        Slip(
          "magnitude",
          "You take |ω|: a weight that went uphill would be guarded for it. A negative ω counts as 0.",
          gives: Value(sum { $0.magnitude / ($1.squared + xi) })),
        Slip(
          "move-not-squared",
          "Δ is not squared. A well rises with the square of the way, and it is to rise by ω over the way Δ.",
          gives: Value(sum { $0.relu / ($1.magnitude + xi) })),
        Slip(
          "no-xi", "ξ is missing: a weight that hardly moved gets an Ω without bound.",
          gives: Value(sum { $0.relu / $1.squared })),
        Slip(
          "xi-outside", "ξ is added to the quotient; it belongs to Δ², below the line.",
          gives: Value(sum { $0.relu / $1.squared + xi })),
        Slip(
          "latest",
          "Only the last task counts: the tasks before it are unguarded. Ω is summed over tasks.",
          gives: Value(paths[tasks - 1].relu / (moves[tasks - 1].squared + xi))),
        Slip(
          "pooled",
          "You add up ω and Δ over the tasks before you divide. Each task has a quotient of its own.",
          gives: Value(sum { omega, _ in omega }.relu / (sum { $1 }.squared + xi))),
        Slip(
          "mean",
          "You take the mean over the tasks. Ω is their sum: else each task weakens the guard of those before.",
          gives: Value(exact / Real(tasks)), level: .almost),
      ])
  }
}
