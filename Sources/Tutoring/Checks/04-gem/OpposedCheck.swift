import CLCore
import Exercise

/// How often steps oppose old tasks.
struct OpposedCheck: Check {
  let place = "04-gem/opposed"
  let trials = [
    Trial("the share of steps that oppose each task") { random in
      let diary = Diary.telling(&random)
      return Question(
        Call("each", diary.arguments), gives: Value(diary.each),
        slips: [
          Slip(
            "agrees",
            "You count the steps that agree. A task is opposed where the product is below zero.",
            gives: Value(diary.each.affine(-1, 1))),
          Slip(
            "counts", "These are numbers of steps; their share of all steps is asked for.",
            gives: Value(Real(diary.steps) * diary.each), level: .almost),
        ])
    },
    Trial("the share that oppose at least one") { random in
      let diary = Diary.telling(&random)
      return Question(
        Call("any", diary.arguments), gives: Value(diary.any),
        slips: [
          Slip(
            "every",
            "You count the steps that oppose every old task. GEM has to act where one is opposed.",
            gives: Value(diary.every)),
          Slip(
            "pairs",
            "This is the share of all pairs of a step and a task. A step counts once, however many tasks it opposes.",
            gives: Value(diary.each.mean)),
          Slip(
            "coins",
            "You work it out from the single shares as if tasks were opposed independently, like coins. They are not: count the steps.",
            gives: Value(diary.coins)),
          Slip(
            "mean-gradient",
            "You count the steps that oppose the mean of the old gradients. That is A-GEM's one constraint; GEM has one for each task.",
            gives: Value(diary.ofMean)),
        ])
    },
  ]
}

/// Steps on a new task, and the gradients of some old ones.
private struct Diary {
  let steps: Int
  let gradients: Tensor
  let old: Tensor
  private let products: [[Real]]

  /// A diary for which all ways to count give other shares.
  static func telling(_ random: inout Random) -> Diary {
    while true {
      let diary = Diary(
        gradients: random.tensor([40, 6]) + random.tensor([1, 6], scale: 0.3),
        // Old tasks that have something in common.
        old: random.tensor([3, 6]) + random.tensor([1, 6]))
      if diary.isTelling { return diary }
    }
  }

  private init(gradients: Tensor, old: Tensor) {
    (self.gradients, self.old, steps) = (gradients, old, gradients.shape[0])
    let all = Tensor.product(gradients, old, transposeB: true)
    products = (0..<gradients.shape[0]).map { t in (0..<3).map { all[t, $0] } }
  }

  private var isTelling: Bool {
    let shares = [any, every, each.mean, coins, ofMean].sorted()
    return zip(shares, shares.dropFirst()).allSatisfy { $1 - $0 > 0.02 } && shares[0] > 0
      && each.values.allSatisfy { abs($0 - 0.5) > 0.01 }
  }

  var arguments: [Value] { [Value(gradients), Value(old)] }
  var any: Real { share { $0.contains { $0 < 0 } } }
  var every: Real { share { $0.allSatisfy { $0 < 0 } } }
  var ofMean: Real { share { $0.reduce(0, +) < 0 } }
  var each: Tensor { Tensor((0..<3).map { j in share { $0[j] < 0 } }) }
  var coins: Real { 1 - each.values.reduce(1) { $0 * (1 - $1) } }

  private func share(_ isCounted: ([Real]) -> Bool) -> Real {
    Real(products.count(where: isCounted)) / Real(steps)
  }
}
