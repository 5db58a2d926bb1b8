import CLCore
import Lessons

/// A reproduction on data at hand: what is to be run, and how a run is made.
package struct Attempt: Sendable {
  package let reproduction: Reproduction
  /// The images, preprocessed as the protocol says.
  package let images: LabelledImages
  /// The images as they are.
  private let source: LabelledImages
  /// Whether training is cut short, to see that all of it runs.
  package let isSmoke: Bool

  /// - Parameter smoke: make a few steps of each run instead of the protocol's.
  package init(_ reproduction: Reproduction, on images: LabelledImages, smoke: Bool = false) {
    self.reproduction = reproduction
    source = images
    self.images = images.preprocessed(reproduction.experiment.preprocessing)
    isSmoke = smoke
  }

  /// Whether these are the data and the protocol of the published figures.
  package var isComparable: Bool { !isSmoke && isOnPublishedData }

  /// Whether these are the data of the published figures.
  var isOnPublishedData: Bool { images.name == reproduction.dataset.name }

  /// What stands in the way of a comparison.
  package var whyNotComparable: String {
    isOnPublishedData
      ? "Nothing is compared: a few steps show that all of it runs, and no more."
      : "Nothing is compared: what was published was measured on \(reproduction.dataset.name), "
        + "this on \(images.name)."
  }

  /// How long and in what portions each task is trained on.
  package var training: Training {
    isSmoke ? Training(iterations: 5, batchSize: 16) : reproduction.experiment.training
  }

  /// An entry with a seed.
  package struct Job: Sendable {
    package let entry: Entry
    package let seed: UInt64
  }

  /// Every entry with every seed, a seed at a time: methods can be compared from early on.
  package var jobs: [Job] {
    reproduction.seeds.flatMap { seed in
      reproduction.entries.map { Job(entry: $0, seed: seed) }
    }
  }

  /// Runs one job from its first step to its last; all that is drawn comes from the job's seed.
  package func run(_ job: Job, _ progress: Meter) throws -> SeedResult {
    let experiment = experiment(of: job.entry, seed: job.seed)
    let stream = try experiment.makeStream(source, seed: job.seed)
    var run = try experiment.run(job.entry.strategy, on: stream, seed: job.seed)
    let steps = training.steps(on: stream)
    try run.finish { _, run in progress(run.stepsMade, of: steps) }
    return SeedResult(
      seed: job.seed, matrix: run.matrix, costs: run.costs, counted: run.strategy.counted)
  }

  /// The protocol of an entry with a seed.
  package func experiment(of entry: Entry, seed: UInt64) -> Experiment {
    var experiment = reproduction.experiment
    experiment.scenario = entry.scenario
    experiment.training = training
    if let order = reproduction.orders[seed] { experiment.classes = .given(order) }
    if experiment.stream == .permuted && entry.scenario == .task { experiment.sharedOutputs = true }
    if let optimizer = entry.optimizer { experiment.use(optimizer) }
    if let hidden = entry.hidden { experiment.hidden = hidden }
    // Images drawn for a few steps may be fewer than the protocol's samples.
    if isSmoke { experiment.trainPerTask = nil }
    return experiment
  }

  /// The results of all jobs, in their order, gathered by entry.
  package func gathered(_ results: [SeedResult]) -> [EntryResult] {
    let count = reproduction.entries.count
    return reproduction.entries.enumerated().map { place, entry in
      let runs = stride(from: place, to: results.count, by: count).map { results[$0] }
      return EntryResult(entry: entry, runs: runs)
    }
  }
}

/// What came of one run.
package struct SeedResult: Sendable, Codable {
  package let seed: UInt64
  /// R, row 0 the untrained network.
  package let matrix: AccuracyMatrix
  package let costs: Costs
  /// What the method has counted, such as how often it grew.
  package let counted: [String: Int]

  package init(
    seed: UInt64, matrix: AccuracyMatrix, costs: Costs, counted: [String: Int] = [:]
  ) {
    self.seed = seed
    self.matrix = matrix
    self.costs = costs
    self.counted = counted
  }

  /// The average accuracy after the last task, in per cent.
  package var accuracy: Double { 100 * (matrix.averageAccuracy ?? .nan) }
}

/// What came of an entry over all seeds.
package struct EntryResult: Sendable {
  package let entry: Entry
  package let runs: [SeedResult]

  package init(entry: Entry, runs: [SeedResult]) {
    self.entry = entry
    self.runs = runs
  }

  /// Average accuracy after the last task, in per cent.
  package var accuracy: Statistics { Statistics(runs.map(\.accuracy)) }

  /// Backward transfer, in points.
  package var backwardTransfer: Statistics {
    Statistics(runs.map { 100 * ($0.matrix.backwardTransfer ?? .nan) })
  }
}
