/// Experience replay (Robins 1995; Chaudhry et al. 2019): each step learns from a batch of new samples
/// and one of kept samples, in task k with the loss
///
///     L(θ) = 1/k · L_new(θ) + (1 − 1/k) · L_kept(θ)
///
/// (van de Ven, Tuytelaars and Tolias 2022), or with all samples alike.
///
/// Both batches go through the network as one, so it must be one that can do without the task of a
/// sample, as `MultimodalMLP` cannot. Memory: the samples kept. Time: as many passes over θ as
/// fine-tuning, with a batch of both sizes together.
public struct ExperienceReplay: Strategy {
  /// How much the new and the kept samples count.
  public enum Weighting: String, Sendable, Codable {
    /// In task k, the mean over new samples 1/k and that over kept samples 1 − 1/k.
    case byTask
    /// Every sample of the two batches as much as another.
    case alike
  }

  /// When samples are offered to the memory.
  public enum Filling: String, Sendable, Codable {
    /// A task's training samples once it has been learnt: only old tasks are replayed.
    case afterTask
    /// Each batch in its own step, once the kept samples of that step are drawn: later steps replay
    /// earlier samples of the task too. A sample comes once an epoch.
    case whileLearning
  }

  /// The samples kept.
  public private(set) var memory: Memory
  /// How many of them join a step; as many as are new when `nil`.
  public var batchSize: Int?
  /// How much the new and the kept samples count.
  public var weighting: Weighting
  /// When samples are offered to the memory.
  public var filling: Filling
  private var newest: Batch?

  private enum CodingKeys: String, CodingKey { case memory, batchSize, weighting, filling }

  /// Replay of 100 random samples a class, or from another memory.
  public init(
    _ memory: Memory = .balanced(.each(100)), batchSize: Int? = nil,
    weighting: Weighting = .byTask, filling: Filling = .afterTask
  ) {
    require(batchSize ?? 0 >= 0, "no batch has \(batchSize ?? 0) samples")
    self.memory = memory
    self.batchSize = batchSize
    self.weighting = weighting
    self.filling = filling
  }

  public var name: String { "replay" }

  public mutating func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: inout Learner
  ) -> Variable {
    // In the first task kept samples would count nothing.
    let isNeeded = weighting == .alike || task.index > 0
    let kept = isNeeded ? memory.sample(batchSize ?? batch.count, &learner.random) : nil
    if filling == .whileLearning { newest = batch }
    guard let kept else { return learner.crossEntropy(batch, at: theta) }
    let both = batch.joined(with: kept)
    if weighting == .alike { return learner.crossEntropy(both, at: theta) }
    let scores = learner.scores(both, at: theta)
    let new = scores.rows(0..<batch.count).crossEntropy(batch.labels, over: learner.active(batch))
    let old = scores.rows(batch.count..<both.count)
      .crossEntropy(kept.labels, over: learner.active(kept))
    let share = 1 / Real(task.index + 1)
    return share * new + (1 - share) * old
  }

  public mutating func didStep(_ task: Experience, _ learner: inout Learner) {
    if let newest { memory.offer(newest, &learner.random) }
    newest = nil
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    if filling == .afterTask { memory.offer(task, &learner.random) }
  }

  public var samplesKept: Int { memory.count }
}
