import Book
import CLCore
import Lessons

/// What the gradients of a run of GEM do to its old tasks, looked at before every fifth step.
struct Diary: Codable {
  /// One look.
  struct Look: Codable {
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
    GEM.project(&projected, .stacked(old), .lowerBound(0))
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

/// A run of GEM that was watched.
struct Watched: Codable {
  let learnt: Learnt
  let diary: Diary
  let recall: Recall
}

extension Course {
  /// Runs GEM on a whole stream, its angles and the loss of its first task looked at.
  func watch(_ entry: Entry, _ stream: TaskStream, _ seed: UInt64, _ progress: Meter) throws
    -> Watched
  {
    var run = try run(entry, stream, seed)
    var (diary, recall) = (Diary(seed: seed), Recall())
    try run.finish { event, run in
      diary.follow(run, event)
      recall.follow(run, event)
      if case .learned(let task) = event { progress(task + 1, of: stream.count) }
    }
    return Watched(learnt: Learnt(run), diary: diary, recall: recall)
  }
}

extension Double {
  /// Whether this cosine is that of a right angle, up to rounding.
  var isRight: Bool { magnitude < 1e-4 }
}

extension [Diary] {
  /// All looks of all runs.
  var looks: [Diary.Look] { flatMap(\.looks) }

  /// The share of all angles to old tasks that satisfy `holds`, run by run.
  func shares(
    _ angles: (Diary.Look) -> [Double], _ holds: (Double) -> Bool
  ) -> [Double] {
    map { diary in
      let all = diary.looks.flatMap(angles)
      return Double(all.count(where: holds)) / Double(Swift.max(all.count, 1))
    }
  }

  /// Of the old tasks that g opposes, the share that A-GEM's step opposes too, run by run.
  var stillOpposed: [Double] {
    map { diary in
      let opposed = diary.looks.flatMap { zip($0.before, $0.averaged) }.filter { $0.0 < 0 }
      return Double(opposed.count { $0.1 < -1e-4 }) / Double(Swift.max(opposed.count, 1))
    }
  }
}
