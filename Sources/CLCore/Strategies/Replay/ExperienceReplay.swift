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
  public enum Weighting: String, Sendable, Codable, CaseIterable {
    /// In task k, the mean over new samples 1/k and that over kept samples 1 − 1/k.
    case byTask
    /// Every sample of the two batches as much as another.
    case alike
  }

  /// When samples are offered to the memory.
  public enum Filling: String, Sendable, Codable, CaseIterable {
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

  public mutating func willStep(
    _ batch: inout Batch, _ task: Experience, _ learner: inout Learner
  ) {
    // In the first task kept samples would count nothing.
    guard weighting == .alike || task.index > 0 else { return }
    if let kept = memory.sample(batchSize ?? batch.count, &learner.random) {
      batch = batch.replaying(kept)
    }
  }

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    guard weighting == .byTask, let old = batch.old else {
      return learner.crossEntropy(batch, at: theta, &context)
    }
    let scores = learner.scores(batch, at: theta, &context)
    let new = batch.new
    let lossOfNew = scores.rows(0..<new.count).crossEntropy(new.labels, over: learner.active(new))
    let lossOfOld = scores.rows(new.count..<batch.count)
      .crossEntropy(old.labels, over: learner.active(old))
    let share = 1 / Real(task.index + 1)
    return share * lossOfNew + (1 - share) * lossOfOld
  }

  public mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    if filling == .whileLearning { memory.offer(batch.new, &learner.random) }
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    if filling == .afterTask { memory.offer(task, &learner.random) }
  }
}

extension ExperienceReplay: Configurable {
  public static let about = About(
    "replay", "joins kept samples of old tasks to every batch", paper: "Chaudhry et al. 2019",
    .replay, line: 0,
    fineTuning: ["memory": .number(0)])
  public static let standard = ExperienceReplay()
  public static let settings: [Setting<ExperienceReplay>] = [
    .count(
      "memory", \.memory.size, from: 0,
      "samples kept of each class; in all, where kept is reservoir"),
    .choice(
      "kept", \.memory.kept,
      "which samples stay: so many a class, of all together, or the latest of each task"),
    .count(
      "replay-batch", \.batchSize, "kept samples that join a step; as many as are new if left out"),
    .choice("weighting", \.weighting, "how much new and kept samples count"),
    .choice("filling", \.filling, "when samples are offered to the memory"),
  ]
}

extension Memory {
  /// Which samples replay keeps.
  fileprivate enum Kept: String, CaseIterable {
    case balanced, reservoir, ring
  }

  /// Which samples are kept; another choice empties the memory.
  fileprivate var kept: Kept {
    get {
      switch grouping {
      case .together: .reservoir
      case .task: .ring
      case .class: .balanced
      }
    }
    set {
      self =
        switch newValue {
        case .balanced: .balanced(.each(size))
        case .reservoir: .reservoir(size)
        case .ring: .ring(perTask: size)
        }
    }
  }
}
