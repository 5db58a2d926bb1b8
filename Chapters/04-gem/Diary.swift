import CLCore

/// What the gradients of a run of GEM do to its old tasks, looked at before every fifth step.
struct Diary: Sendable {
  /// One look.
  struct Look: Sendable {
    /// How many old tasks there were.
    let tasks: Int
    /// The cosines of the angles between each old task's gradient and g, and between it and the g̃ of
    /// GEM with γ = 0 and of A-GEM.
    let before, projected, averaged: [Double]
  }

  private(set) var looks: [Look] = []
  private var random: Random

  init(seed: UInt64) { random = Random(seed: seed, "diary") }

  /// Follows a run after each of its events.
  mutating func follow(_ run: Run, _ event: Run.Event) {
    guard case .stepped(let task, let step, _) = event, task > 0, step % 5 == 4 else { return }
    guard let memory = (run.strategy as? GEM)?.memory else { return }
    let (learner, current) = (run.learner, run.stream[task])
    // A batch like those that the run trains on; which one comes next is the run's own affair.
    let batch = Batch(current, (0..<10).map { _ in random.below(current.train.count) })
    let g = learner.gradient(batch)
    let old = (0..<task).map { learner.gradient(memory.batch(of: .task($0))) }
    var projected = g
    GEM.project(&projected, Tensor(old.flatMap(\.values), [task, g.count]), .lowerBound(0))
    var averaged = g
    AGEM.project(&averaged, old.dropFirst().reduce(old[0], +) / Real(old.count))
    looks.append(
      Look(
        tasks: task, before: old.map { cosine($0, g) },
        projected: old.map { cosine($0, projected) },
        averaged: old.map { cosine($0, averaged) }))
  }
}

private func cosine(_ a: Tensor, _ b: Tensor) -> Double {
  Double(a.dot(b)) / max(Double(a.norm) * Double(b.norm), .leastNormalMagnitude)
}

extension [Diary] {
  /// All looks of all runs.
  var looks: [Diary.Look] { flatMap(\.looks) }

  /// The share of all angles to old tasks that satisfy `holds`, run by run.
  func shares(
    _ angles: (Diary.Look) -> [Double], where holds: (Double) -> Bool
  ) -> [Double] {
    map { diary in
      let all = diary.looks.flatMap(angles)
      return Double(all.count(where: holds)) / Double(Swift.max(all.count, 1))
    }
  }
}
