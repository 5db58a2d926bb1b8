import CLCore

/// Who owns which weight after each of the five tasks.
struct Owned: Sendable {
  /// After each task, [tasks].
  let after: [Ownership]
  /// Where the weights between the two hidden layers lie.
  let slot: Slot
  /// The share of all weights below the head that each task has at the end, [tasks].
  let shares: [Double]

  init(_ method: PackNet, _ pairs: Pairs, seed: UInt64) throws {
    let stream = pairs.stream(seed: seed)
    let learner = pairs.learner(stream, seed: seed)
    var run = try Run(method, learner, on: stream, pairs.training, seed: seed)
    var after: [Ownership] = []
    for _ in stream {
      try run.learnTask()
      if let ownership = (run.strategy as? PackNet)?.ownership { after.append(ownership) }
    }
    let layout = run.learner.network.layout
    let held = (0...stream.count).map { owner in
      Double((after.last?.held(by: owner, in: layout) ?? []).reduce(0, +))
    }
    let all = held.reduce(0, +)
    shares = held.dropFirst().map { $0 / all }
    slot = layout["hidden2.weight"] ?? Slot(offset: 0, shape: [0, 0])
    self.after = after
  }
}

extension Run {
  /// Of what each task owns between the hidden layers under PackNet, the share that is 0 all the same,
  /// [tasks].
  var idle: [Double] {
    guard let owners = (strategy as? PackNet)?.ownership?.owners,
      let slot = learner.network.layout["hidden2.weight"]
    else { return [] }
    return stream.indices.map { task in
      let own = slot.range.filter { owners[$0] == UInt8(task + 1) }
      let zeros = own.count { learner.theta[$0] == 0 }
      return Double(zeros) / Double(max(own.count, 1))
    }
  }
}
