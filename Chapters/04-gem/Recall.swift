import Book
import CLCore

/// The loss of the first task while GEM learns others: on the samples that it keeps, and on test images.
struct Recall: Codable {
  /// Steps made since the first task was learnt, one a look.
  private(set) var steps: [Double] = []
  /// The mean cross-entropy on the kept samples, and on test images.
  private(set) var kept, test: [Double]
  /// Of the steps watched, how many raise the loss on the kept samples: as they are, and if they were a tenth
  /// as long.
  private(set) var rises, shortRises: Int
  private(set) var watched = 0
  private var ofFirstTask = 0
  private var before: Tensor?

  init() {
    (kept, test) = ([], [])
    (rises, shortRises) = (0, 0)
  }

  /// Follows a run after each of its events: every tenth step is watched.
  mutating func follow(_ run: Run, _ event: Run.Event) {
    guard let memory = (run.strategy as? GEM)?.memory else { return }
    switch event {
    case .learned(task: 0): ofFirstTask = run.stepsMade
    case .stepped(let task, let step, _) where task > 0 && step % 10 == 8:
      before = run.learner.theta
    case .stepped(let task, let step, _) where task > 0 && step % 10 == 9:
      let own = memory.batch(of: .task(0))
      let images = run.stream[0].test
      steps.append(Double(run.stepsMade - ofFirstTask))
      kept.append(run.learner.loss(own, at: run.learner.theta))
      test.append(
        run.learner.loss(
          Batch(images, Array(0..<min(300, images.count)), task: 0), at: run.learner.theta))
      guard let before else { return }
      let loss = run.learner.loss(own, at: before)
      let short = before + (run.learner.theta - before) * 0.1
      watched += 1
      rises += kept[kept.count - 1] > loss ? 1 : 0
      shortRises += run.learner.loss(own, at: short) > loss ? 1 : 0
    default: break
    }
  }

  /// The mean loss on test images over the later half of the looks, less that over the earlier half.
  var growth: Double {
    let half = test.count / 2
    return test.suffix(half).mean - test.prefix(half).mean
  }

  /// The mean loss on test images less that on the kept samples.
  var gap: Double { test.mean - kept.mean }

  /// The share of the steps watched that raise the loss, as they are and if a tenth as long.
  var shares: [Double] { [rises, shortRises].map { Double($0) / Double(max(watched, 1)) } }
}

extension Learner {
  /// The mean cross-entropy of a batch at θ.
  fileprivate func loss(_ batch: Batch, at theta: Tensor) -> Double {
    Double(crossEntropy(batch, at: Variable(theta)).value.scalar)
  }
}

extension [Double] {
  /// Means over stretches of `count`.
  func averaged(by count: Int) -> [Double] {
    stride(from: 0, to: self.count - count + 1, by: count).map { self[$0..<$0 + count].mean }
  }
}
