import CLCore
import Exercise

/// PackNet's pruning of a layer, by the task's own weights alone.
struct PruneCheck: Check {
  let place = "06-pnn/prune"
  let trials = [
    Trial("who owns what") { random in
      random.unmistakable { question("owners", &$0) }
    },
    Trial("the weights") { random in
      random.unmistakable { question("theta", &$0) }
    },
  ]

  /// Eight of twenty weights are the task's own, so that no share of them needs rounding.
  private static func question(_ function: String, _ random: inout Random) -> Question {
    let task = 3
    let share = [0.25, 0.75][random.below(2)]
    var owners = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2] + [Int](repeating: task, count: 8)
    random.shuffle(&owners)
    let theta = random.tensor([20])
    func gives(_ choice: Choice) -> Value {
      let after = choice.owners(theta, owners, task, share)
      if function == "owners" { return Value(after) }
      return Value(theta * Tensor(after.map { $0 == 0 ? 0 : 1 }))
    }
    let slips = [
      Slip(
        "anyones",
        "Weights of earlier tasks are given back: they are frozen, and not this task's to give. Their scores "
          + "would change.",
        gives: gives(.anyones)),
      Slip(
        "threshold-of-all",
        "The threshold is taken over all weights of the layer. ρ is a share of the task's own weights, "
          + "whatever the others' size.",
        gives: gives(.thresholdOfAll)),
      Slip(
        "share-of-all",
        "You give back the share ρ of the layer's number of weights; it is the share of the task's own.",
        gives: gives(.shareOfAll)),
      Slip(
        "signed",
        "You order by the weights and not by their magnitude: the most negative ones go, which are among the "
          + "strongest.",
        gives: gives(.signed)),
      Slip(
        "largest", "The weights of largest magnitude go. Those of least go.", gives: gives(.largest)
      ),
      Slip(
        "keeps-the-share", "You keep the share ρ; it is what the task gives back.",
        gives: gives(.keepsTheShare), level: .almost),
    ]
    let notZeroed = Slip(
      "not-zeroed",
      "The right weights are given back, and not set to 0: the task learns on, and the next begins, as if they "
        + "were still there.",
      gives: Value(theta), level: .almost)
    return Question(
      Call(function, [Value(theta), Value(owners), Value([task]), .number(share)]),
      gives: gives(.right), slips: slips + (function == "theta" ? [notZeroed] : []))
  }
}

/// Which weights are given back.
private enum Choice {
  case right, anyones, thresholdOfAll, shareOfAll, signed, largest, keepsTheShare

  func owners(_ theta: Tensor, _ owners: [Int], _ task: Int, _ share: Double) -> [Int] {
    let own = owners.indices.filter { owners[$0] == task }
    let order = own.sorted { abs(theta[$0]) < abs(theta[$1]) }
    let all = owners.indices.sorted { abs(theta[$0]) < abs(theta[$1]) }
    let count = Int(share * Double(own.count))
    let countOfAll = Int(share * Double(owners.count))
    let gone: [Int] =
      switch self {
      case .right: Array(order.prefix(count))
      case .anyones: Array(all.prefix(count))
      case .thresholdOfAll: all.prefix(countOfAll).filter { owners[$0] == task }
      case .shareOfAll: Array(order.prefix(countOfAll))
      case .signed: Array(own.sorted { theta[$0] < theta[$1] }.prefix(count))
      case .largest: Array(order.suffix(count))
      case .keepsTheShare: Array(order.prefix(own.count - count))
      }
    return owners.indices.map { gone.contains($0) ? 0 : owners[$0] }
  }
}
