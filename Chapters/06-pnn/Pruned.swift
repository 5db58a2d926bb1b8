import CLCore

/// One task, learnt, pruned of its least weights, and learnt on with those that are left.
struct Pruned: Codable {
  /// The accuracy just after pruning, [shares].
  private(set) var before: [Double] = []
  /// The accuracy after half as many steps again, [shares].
  private(set) var after: [Double] = []

  init(_ pair: Pair, _ shares: [Double], _ pairs: Pairs, seed: UInt64) {
    let stream = pairs.stream([pair], seed: seed)
    let task = stream[0]
    var learnt = pairs.learner(stream, seed: seed)
    learnt.learn(task, FineTuning(), pairs, seed: seed)
    let layout = learnt.network.layout
    for share in shares {
      var learner = learnt
      var ownership = Ownership(layout, outputsOfTask: learner.outputsOfTask)
      ownership.claim(for: 1)
      let kept = ownership.held(by: 1, in: layout).map { $0 - Int(share * Double($0)) }
      ownership.prune(&learner.theta, of: 1, keeping: kept, in: layout)
      before.append(learner.accuracy(on: task))
      learner.trainable = ownership.mask(1...1)
      learner.learn(task, FineTuning(), pairs, steps: pairs.steps / 2, seed: seed + 1)
      after.append(learner.accuracy(on: task))
    }
  }
}
