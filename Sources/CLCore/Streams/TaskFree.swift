/// A stream without boundaries: the tasks of a stream, each blending gradually into the next.
///
/// Task t has `iterationsPerTask` iterations. Around the t-th change, over `window` iterations, the
/// share of task t + 1 among the samples rises linearly from 0 to 1. What iteration i holds
/// depends on the seed and i alone, so any iteration can be had without those before it.
public struct TaskFree: Sendable {
  /// One sample of a batch: a task of the stream and a position in its training set.
  public struct Sample: Sendable, Hashable {
    /// The task it is drawn from. A learner must not be told.
    public let task: Int
    /// The position in that task's training set.
    public let position: Int
  }

  /// The tasks that are blended.
  public let stream: TaskStream
  /// Iterations from the middle of one change to the middle of the next.
  public let iterationsPerTask: Int
  /// Iterations over which a change stretches; 0 is a sharp boundary.
  public let window: Int
  /// How often a method that cannot do without a boundary is told one, in iterations.
  public let pseudoBoundaryEvery: Int
  private let seed: UInt64

  /// A blend of all tasks of `stream`, in its order.
  ///
  /// - Parameter pseudoBoundaryEvery: by default `iterationsPerTask`.
  public init(
    _ stream: TaskStream, iterationsPerTask: Int, window: Int, seed: UInt64,
    pseudoBoundaryEvery: Int? = nil
  ) {
    require(
      !stream.isEmpty && iterationsPerTask > 0 && (0...iterationsPerTask).contains(window),
      "a blurred stream needs tasks, iterations and a window of 0...\(iterationsPerTask), "
        + "got \(stream.count), \(iterationsPerTask) and \(window)")
    let every = pseudoBoundaryEvery ?? iterationsPerTask
    require(every > 0, "pseudo-boundaries must be at least 1 iteration apart, got \(every)")
    self.stream = stream
    self.iterationsPerTask = iterationsPerTask
    self.window = window
    self.pseudoBoundaryEvery = every
    self.seed = seed
  }

  /// Iterations in the whole stream.
  public var iterations: Int { stream.count * iterationsPerTask }

  /// The share of each task among the samples of iteration `i`, [tasks]; they sum to 1.
  public func shares(at i: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: stream.count)
    let (task, next, share) = blend(at: i)
    shares[task] += 1 - share
    shares[next] += share
    return shares
  }

  /// The samples of iteration `i`, drawn with replacement.
  public func samples(at i: Int, count: Int) -> [Sample] {
    var random = Random(seed: seed, "task-free", i)
    let (earlier, later, share) = blend(at: i)
    return (0..<count).map { _ in
      let task = random.uniform() < share ? later : earlier
      return Sample(task: task, position: random.below(stream[task].train.count))
    }
  }

  /// Whether a method that needs boundaries is told one after iteration `i`.
  public func isPseudoBoundary(after i: Int) -> Bool { (i + 1) % pseudoBoundaryEvery == 0 }

  /// The two tasks of iteration `i` and the share of the later one.
  private func blend(at i: Int) -> (earlier: Int, later: Int, share: Double) {
    require(
      (0..<iterations).contains(i), "iteration \(i) is outside the stream's 0..<\(iterations)")
    // The nearest change is between tasks change − 1 and change; there is none at either end.
    let change = (i + iterationsPerTask / 2) / iterationsPerTask
    guard change > 0, change < stream.count else {
      let task = i / iterationsPerTask
      return (task, task, 0)
    }
    // Measured at the middle of the iteration, so that the blend is symmetric.
    let distance = Double(i - change * iterationsPerTask) + 0.5
    let share = window == 0 ? (distance < 0 ? 0 : 1) : 0.5 + distance / Double(window)
    return (change - 1, change, Swift.min(Swift.max(share, 0), 1))
  }
}
