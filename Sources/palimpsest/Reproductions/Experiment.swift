import CLCore
import Lessons

/// A reproduction on data at hand: what is to be run, and how a run is made.
package struct Experiment: Sendable {
  package let reproduction: Reproduction
  /// The images, preprocessed as the protocol says.
  package let images: LabelledImages
  /// Whether training is cut short, to see that all of it runs.
  package let isSmoke: Bool

  /// - Parameter smoke: make a few steps of each run instead of the protocol's.
  package init(_ reproduction: Reproduction, on images: LabelledImages, smoke: Bool = false) {
    self.reproduction = reproduction
    self.images = images.preprocessed(reproduction.preprocessing)
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
    isSmoke ? Training(iterations: 5, batchSize: 16) : reproduction.training
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
    let stream = try stream(job.entry.scenario, seed: job.seed)
    let network = MLP(
      inputs: stream.inputSize, hidden: job.entry.hidden ?? reproduction.hidden,
      outputs: stream.outputs,
      start: reproduction.start)
    let learner = Learner(
      network, job.entry.optimizer ?? reproduction.optimizer, for: stream, seed: job.seed)
    var run = try Run(job.entry.strategy, learner, on: stream, training, seed: job.seed)
    run.countsPasses = true
    let steps = stream.map { training.steps(training.length, samples: $0.train.count) }
      .reduce(0, +)
    while try run.advance() != nil { progress(run.stepsMade, of: steps) }
    return SeedResult(
      seed: job.seed, matrix: run.matrix, costs: run.costs, counted: run.strategy.counted)
  }

  private func stream(_ scenario: Scenario, seed: UInt64) throws -> TaskStream {
    let tasks = reproduction.tasks
    // Images drawn for a few steps may be fewer than the protocol's samples.
    let samples = isSmoke ? nil : reproduction.trainPerTask
    switch reproduction.classes {
    case .natural:
      return try .split(images, tasks: tasks, scenario: scenario, trainPerTask: samples)
    case .shuffledBySeed:
      return try .split(
        images, tasks: tasks, scenario: scenario, seed: seed, order: reproduction.orders[seed],
        trainPerTask: samples)
    case .permuted:
      let stream = try TaskStream.permuted(
        images, tasks: tasks, scenario: .domain, seed: seed, firstIsIdentity: false,
        trainPerTask: samples)
      return scenario == .task ? stream.tellingTask : stream
    }
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
