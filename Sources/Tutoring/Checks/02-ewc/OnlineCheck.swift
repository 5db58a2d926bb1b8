import CLCore
import Exercise

/// Online EWC's memory: F̃ₜ = γ F̃ₜ₋₁ + Fₜ.
struct OnlineCheck: Check {
  let place = "02-ewc/online"
  let trials = [
    Trial("after the first task") { random in question(tasks: 1, &random) },
    Trial("after the second task") { random in question(tasks: 2, &random) },
    Trial("after the fourth task") { random in question(tasks: 4, &random) },
  ]

  private static func question(tasks: Int, _ random: inout Random) -> Question {
    let fishers = (0..<tasks).map { _ in random.uniform([5], in: 0.1...2) }
    let gamma = Real(random.uniform(in: 0.55...0.9))
    /// What is remembered when each task but the first makes `step` of what was and its own.
    func after(_ step: (Tensor, Tensor) -> Tensor) -> Value {
      Value(fishers.dropFirst().reduce(fishers[0], step))
    }
    return Question(
      Call("remember", [Value(fishers), Value(gamma)]), gives: after { gamma * $0 + $1 },
      slips: [
        Slip(
          "running-mean",
          "You take a running mean: the new task counts 1 − γ. In online EWC it counts in full, and only the old ones fade.",
          gives: after { gamma * $0 + (1 - gamma) * $1 }),
        Slip(
          "no-fading", "Nothing fades: γ is missing. This is a sum over the tasks.",
          gives: after { $0 + $1 }),
        Slip(
          "fades-new", "γ stands before the new task's F; it belongs before what was remembered.",
          gives: after { $0 + gamma * $1 }),
        Slip(
          "forgets", "What was remembered is lost: this is the Fisher of the new task alone.",
          gives: after { $1 }),
        Slip(
          "fades-sum",
          "The new task fades too: γ stands before what was remembered, not before the sum.",
          gives: after { gamma * ($0 + $1) }),
      ])
  }
}
