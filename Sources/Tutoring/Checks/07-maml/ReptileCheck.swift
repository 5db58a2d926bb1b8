import CLCore
import Exercise

/// A step of Reptile, θ + ε times the mean way that training on a task leads.
struct ReptileCheck: Check {
  let place = "07-maml/reptile"
  let trials = [
    Trial("one task") { random in question(tasks: 1, &random) },
    Trial("three tasks") { random in question(tasks: 3, &random) },
  ]

  private static func question(tasks count: Int, _ random: inout Random) -> Question {
    let tasks = (0..<count).map { _ in CurvedTask(&random) }
    let theta = random.tensor([3, 1])
    let (steps, rate) = (4, Real(random.uniform(in: 0.4...0.7)))
    let epsilon = Real(random.uniform(in: 0.2...0.4))
    let ways = tasks.map { $0.adapted(theta, rate, steps: steps) - theta }
    let slopes = tasks.map { -rate * $0.slope(theta) }
    var chained: [Tensor] = []
    for task in tasks {
      chained.append(task.adapted(chained.last ?? theta, rate, steps: steps))
    }
    func sum(_ tensors: [Tensor]) -> Tensor { tensors.reduce(.zeros(theta.shape), +) }
    func moved(_ ways: [Tensor], by share: Real) -> Value {
      Value(theta + share / Real(ways.count) * sum(ways))
    }
    let samples = Value.list(tasks.flatMap(\.values))
    return Question(
      Call("reptile", [Value(theta), samples, Value([steps]), Value(rate), Value(epsilon)]),
      gives: moved(ways, by: epsilon),
      slips: [
        Slip(
          "one-after-another",
          "Each task begins where the one before ended. All of them begin at θ: else this is training on tasks "
            + "in turn.",
          gives: moved(chained.map { $0 - theta }, by: epsilon)),
        Slip(
          "away",
          "θ moves away from where training led: is it θ − φ? That is what an optimiser is given, which "
            + "subtracts it.",
          gives: moved(ways, by: -epsilon), level: .almost),
        Slip(
          "whole-way", "θ goes the whole way: ε is missing.", gives: moved(ways, by: 1),
          level: .almost),
        Slip(
          "sum", "You sum over the tasks; Reptile takes the mean.",
          gives: moved(ways, by: epsilon * Real(count)), level: .almost),
        Slip(
          "last-task", "Only the last task's φ counts: is the sum overwritten instead of added to?",
          gives: moved(ways.suffix(1), by: epsilon)),
        Slip(
          "pretraining",
          "Every inner step uses the gradient at θ: this is pretraining. The next step's gradient is that "
            + "where the last one ended.",
          gives: moved(slopes, by: epsilon * Real(steps))),
        Slip(
          "one-step",
          "You take one inner step, whatever `steps` is. With one, Reptile is pretraining.",
          gives: moved(slopes, by: epsilon)),
        Slip(
          "theta-lost", "θ itself is missing: it moves towards φ by ε, and is not replaced by ε φ.",
          gives: Value(epsilon * (theta + sum(ways) / Real(count)))),
      ])
  }
}
