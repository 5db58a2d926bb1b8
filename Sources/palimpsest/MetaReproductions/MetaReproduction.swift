import ArgumentParser
import CLCore
import Lessons

/// A published table of meta-learning on sinusoids and the protocol behind it: all that is needed to run it
/// again. The tasks are drawn, so there are no data to find.
package struct MetaReproduction: Sendable {
  /// What the command line calls it.
  package let name: String
  /// Authors, title, place and year, and the table.
  package let paper: String
  /// The protocol in a line.
  package let summary: String
  /// Where the tasks come from.
  package let family: Sinusoids
  /// Widths of the hidden layers of a perceptron with rectified linear units.
  package let hidden: [Int]
  /// How long is learnt, and on how many tasks and samples a step.
  package var training: MetaTraining
  /// What a learnt network is tested by.
  package var test: Test
  /// The seeds that are run unless others are asked for.
  package var seeds: [UInt64]
  /// What a run takes on one core of the machine on which this was written, in seconds.
  package let secondsPerRun: Double
  /// The rows of the table.
  package var entries: [MetaEntry]
  /// Whether all is cut short, to see that it works.
  package private(set) var isSmoke = false

  /// How a network that has learnt is tested: on new tasks, the same for all methods of a seed.
  package struct Test: Sendable {
    /// How many tasks.
    package var tasks: Int
    /// Samples a task to adapt on.
    package let support: Int
    /// Samples a task to be judged by.
    package let query: Int
    /// The rate of the steps of adaptation.
    package let rate: Double
    /// After which steps it is judged.
    package let steps: [Int]
    /// The loss beyond which a task that has got worse counts as diverged.
    package let bound: Double

    /// After which steps a method is judged; the oracle knows the task, so it has nothing to adapt to.
    package func steps(of entry: MetaEntry) -> [Int] { entry.isOracle ? [0] : [0] + steps }
  }
}

/// A row of such a table: a method, and what it reached.
package struct MetaEntry: Sendable {
  /// What the table calls the method.
  package let method: String
  /// The method.
  package let strategy: any MetaStrategy
  /// Whether amplitude and phase are inputs.
  package let isOracle: Bool
  /// The published mean loss after each of the test's steps; `nil` where nothing was published.
  package let published: [Double]?
  /// What experiments say of the cause, should ours and the published figures differ.
  package let cause: String?

  package init(
    _ method: String, _ strategy: any MetaStrategy, isOracle: Bool = false,
    _ published: [Double]? = nil, cause: String? = nil
  ) {
    self.method = method
    self.strategy = strategy
    self.isOracle = isOracle
    self.published = published
    self.cause = cause
  }

  /// What the command line calls the method.
  package var key: String { method.lowercased() }
}

extension MetaReproduction {
  /// An entry with a seed.
  package struct Job: Sendable {
    package let entry: MetaEntry
    package let seed: UInt64
  }

  /// Every entry with every seed, a seed at a time.
  package var jobs: [Job] { seeds.flatMap { seed in entries.map { Job(entry: $0, seed: seed) } } }

  /// Runs one job from its first step to its test; all that is drawn comes from the job's seed.
  package func run(_ job: Job, _ progress: Meter) throws -> MetaResult {
    var family = family
    family.tellsTask = job.entry.isOracle
    let network = MLP(inputs: family.inputs, hidden: hidden, outputs: family.outputs)
    var run = MetaRun(
      job.entry.strategy, Learner(network, Adam(rate: 1e-3), seed: job.seed), on: [family],
      training,
      seed: job.seed)
    try run.finish { _, run in progress(run.stepsMade, of: training.iterations) }
    var random = Random(seed: job.seed, "test tasks")
    let episodes = family.episodes(
      test.tasks, support: test.support, query: test.query, &random)
    let curve = run.learner.adaptationCurve(
      episodes, rate: test.rate, steps: test.steps.max() ?? 0)
    return MetaResult(method: job.entry.method, seed: job.seed, curve: curve, seconds: run.seconds)
  }

  /// A part of the table: some methods (`"maml,fomaml"`), other seeds; all and its own where `nil`.
  ///
  /// - Throws: `ValidationError` for a name that the table does not have.
  package func narrowed(methods: String? = nil, seeds: [UInt64]? = nil) throws -> MetaReproduction {
    var result = self
    if let methods {
      let names = Names("method of \(name)", entries.map(\.key))
      result.entries = try methods.split(separator: ",").map {
        entries[try names.place(of: String($0))]
      }
    }
    if let seeds { result.seeds = seeds }
    return result
  }

  /// A few steps and tasks of each run, to see that all of it works; nothing is compared.
  package var smoke: MetaReproduction {
    var result = self
    result.isSmoke = true
    result.entries = entries.map { MetaEntry($0.method, $0.strategy, isOracle: $0.isOracle) }
    result.training.iterations = 5
    result.test.tasks = 10
    return result
  }
}

/// What came of one run.
package struct MetaResult: Sendable, Codable {
  package let method: String
  package let seed: UInt64
  /// The loss of every test task after 0, 1, 2, … steps.
  package let curve: AdaptationCurve
  /// Wall time of learning.
  package let seconds: Double

  package init(method: String, seed: UInt64, curve: AdaptationCurve, seconds: Double) {
    self.method = method
    self.seed = seed
    self.curve = curve
    self.seconds = seconds
  }
}
