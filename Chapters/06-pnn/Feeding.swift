import CLCore

/// A fifth column that has four to take from: one of them has learnt its own task, turned a little.
struct Feeding: Codable {
  /// Which of the four has learnt the same task, from 0.
  static let related = 1

  /// AFS: the share of each column in each layer, [layers][columns].
  let shares: [[Double]]
  /// The accuracy that is lost when a layer of an earlier column is cut off, [layers][earlier columns].
  let losses: [[Double]]

  init(_ target: Pair, by method: PNN, _ pairs: Pairs, seed: UInt64) {
    let others: [Pair] = [.bags, target, .dresses, .shirts]
    var tasks = others.enumerated().map { place, pair in
      let change = place == Self.related ? Transform.rotation(degrees: 10) : .identity
      return pairs.task(pair, place, change: change, seed: seed)
    }
    let last = pairs.task(target, tasks.count, perClass: pairs.few, seed: seed)
    tasks.append(last)
    let stream = TaskStream(
      name: "five columns", scenario: .task, experiences: tasks,
      outputNames: tasks.flatMap { task in task.classes.map { "\(task.name) \($0)" } })
    var learner = pairs.learner(stream, seed: seed)
    for task in tasks {
      let steps = task.index == last.index ? pairs.looks.last : nil
      learner.learn(task, method, pairs, steps: steps, seed: seed)
    }
    shares = learner.columnSensitivity(of: last, samples: 100)
    losses = learner.losses(of: last)
  }
}
