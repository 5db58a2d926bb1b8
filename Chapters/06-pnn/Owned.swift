import CLCore

/// Who owns which weight after the five tasks. What a task owns once it is learnt stays its own, so that
/// the end tells who owned what before.
struct Owned: Codable {
  /// The owner of each weight, from 1, or 0 for nobody, [P].
  let owners: [UInt8]
  /// Where the weights between the two hidden layers lie.
  let slot: Slot
  /// The share of all weights below the head that each task has at the end, [tasks].
  let shares: [Double]

  /// After a run of PackNet.
  init(_ run: Run) {
    let ownership = (run.strategy as? PackNet)?.ownership
    let layout = run.learner.network.layout
    let held = (0...run.stream.count).map { owner in
      Double((ownership?.held(by: owner, in: layout) ?? []).reduce(0, +))
    }
    let all = held.reduce(0, +)
    shares = held.dropFirst().map { $0 / all }
    slot = layout["hidden2.weight"] ?? Slot(offset: 0, shape: [0, 0])
    owners = ownership?.owners ?? []
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
