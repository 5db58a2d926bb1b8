import Book
import CLCore

/// What a first column has learnt before the second one comes.
enum Source: Hashable, Sendable {
  /// The second column's own task, its images turned by so many degrees.
  case turned(Double)
  case pair(Pair)
  /// The second column's own task, its pixels in an order by chance.
  case scrambled
  /// Nothing: the weights are as they were drawn.
  case untrained

  /// Whether it is the same column whatever comes second.
  var isOneForAll: Bool {
    switch self {
    case .turned, .scrambled: false
    case .pair, .untrained: true
    }
  }
}

/// A perceptron that has learnt a first task with plenty of images, and what a second one with few makes
/// of it.
struct First: Sendable {
  let pairs: Pairs
  let seed: UInt64
  /// After the first task.
  let learner: Learner

  /// Learns `source`, of which some are made from the pair `target`.
  init(_ source: Source, for target: Pair, _ pairs: Pairs, seed: UInt64) {
    var pair = target
    var change = Transform.identity
    switch source {
    case .turned(let degrees): change = .rotation(degrees: degrees)
    case .pair(let own): pair = own
    case .scrambled:
      var random = Random(seed: seed, "pixels")
      change = .permutation(random.permutation(pairs.images.train.inputSize))
    case .untrained: break
    }
    let task = pairs.task(pair, 0, change: change, seed: seed)
    let next = pairs.task(target, 1, perClass: pairs.few, seed: seed)
    let stream = TaskStream(
      name: "two tasks", scenario: .task, experiences: [task, next],
      outputNames: ["first", "second", "third", "fourth"])
    var learner = pairs.learner(stream, seed: seed)
    if source != .untrained { learner.learn(task, FineTuning(), pairs, seed: seed) }
    self.init(learner, pairs, seed: seed)
  }

  /// A perceptron that has learnt its first task.
  init(_ learner: Learner, _ pairs: Pairs, seed: UInt64) {
    (self.learner, self.pairs, self.seed) = (learner, pairs, seed)
  }

  /// The accuracy on a second task, of which there are few images, after so many steps on it, [looks].
  func curve(on target: Pair, by method: any Strategy, at looks: [Int]) -> [Double] {
    let task = pairs.task(target, 1, perClass: pairs.few, seed: seed)
    var learner = learner
    var found: [Double] = []
    learner.learn(task, method, pairs, steps: looks.last, seed: seed) { learner, step in
      if looks.contains(step) { found.append(learner.accuracy(on: task)) }
    }
    return found
  }
}

extension Source {
  /// The learning curves of second tasks with few images after this first one, [targets][looks].
  func curves(
    on targets: [Pair], by method: any Strategy, _ pairs: Pairs, seed: UInt64
  ) -> [[Double]] {
    var shared: First?
    return targets.map { target in
      let first = shared ?? First(self, for: target, pairs, seed: seed)
      if isOneForAll { shared = first }
      return first.curve(on: target, by: method, at: pairs.looks)
    }
  }
}

extension [Double] {
  /// The area under a learning curve: the mean accuracy over looks at equal distances on a logarithmic
  /// axis of steps, so that what is learnt sooner counts.
  var area: Double { mean }
}

extension Learner {
  /// Learns one task as a run of `method` would: `willLearn`, and then steps along ∇L. That is all that PNN,
  /// fine-tuning and separate networks do.
  mutating func learn(
    _ task: Experience, _ method: any Strategy, _ pairs: Pairs, steps: Int? = nil, seed: UInt64,
    didStep: (Learner, _ step: Int) -> Void = { _, _ in }
  ) {
    var method = method
    method.willLearn(task, &self)
    optimizer.reset()
    var batches = Batches(
      count: task.train.count, size: min(pairs.training.batchSize, task.train.count),
      random: Random(seed: seed, "batches", task.index))
    for made in 1...(steps ?? pairs.steps) {
      step(gradient(Batch(task, batches.nextEndless())))
      didStep(self, made)
    }
  }
}
