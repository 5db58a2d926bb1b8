import CLCore

/// Three accounts of how far the training on one task has lowered its loss.
struct Accounts: Sendable {
  /// SI's Σω, the same sum with the slope of all probed samples in place of the batch's, and the fall
  /// of their loss, [looks][3].
  private(set) var seen: [[Double]] = []
  private let probe: Batch
  private var start = 0.0
  private var path = 0.0
  private var theta: Tensor?
  private var slope: Tensor?

  /// Accounts over the first `samples` training samples of `task`.
  init(_ task: Experience, samples: Int) {
    probe = Batch(task, Array(0..<min(samples, task.train.count)))
  }

  /// Looks at a run before every step; keeps the accounts where `isKept`.
  mutating func look(_ run: Run, isKept: Bool) {
    guard let si = run.strategy as? SI else { return }
    let now = run.learner.theta
    let (loss, slopeNow) = valueAndGradient(at: now) { run.learner.crossEntropy(probe, at: $0) }
    if let theta, let slope { path -= Double(slope.dot(now - theta)) } else { start = Double(loss) }
    (theta, slope) = (now, slopeNow)
    if isKept { seen.append([Double(si.progress), path, start - Double(loss)]) }
  }
}
