import Book
import CLCore
import Foundation
import Lessons

/// The sinusoids of Finn, Abbeel and Levine (2017), section 5.1: a perceptron 40-40, α = 0.01, one inner step on ten
/// points, 25 tasks a meta-step, Adam.
struct Waves: Sendable {
  /// α, in training and at the test.
  static let alpha = 0.01
  /// Points of a task to adapt on, in training and at the test.
  static let points = 10

  /// Meta-steps.
  let iterations: Int
  /// Test tasks, and how many of them are looked at during training.
  let tested, watched: Int
  /// Meta-steps from one look to the next.
  let between: Int

  init(_ profile: Profile) {
    iterations = profile.pick(smoke: 40, quick: 3000, full: 70_000)
    tested = profile.pick(smoke: 20, quick: 200, full: 600)
    watched = profile.pick(smoke: 10, quick: 50, full: 100)
    between = iterations / 20
  }

  /// New tasks, the same for all methods of a seed.
  func episodes(_ count: Int, seed: UInt64, tellsTask: Bool = false) -> Episodes {
    var random = Random(seed: seed, "test tasks")
    return Sinusoids(tellsTask: tellsTask).episodes(
      count, support: Self.points, query: 50, &random)
  }

  /// A learner that has not begun, and the method with it.
  func run(_ entry: Entry, seed: UInt64, iterations: Int? = nil) -> MetaRun {
    let family = Sinusoids(tellsTask: entry.isOracle)
    let network = MLP(inputs: family.inputs, hidden: [40, 40], outputs: 1)
    return MetaRun(
      entry.method, Learner(network, entry.optimizer, seed: seed), on: [family],
      MetaTraining(iterations: iterations ?? self.iterations), seed: seed)
  }

  /// A method that learns to learn, watched as it does.
  func learn(_ entry: Entry, seed: UInt64, _ progress: Meter) throws -> Taught {
    var run = run(entry, seed: seed)
    let few = episodes(watched, seed: seed)
    var looks: [Look] = entry.isOracle ? [] : [Look(run.learner, few)]
    try run.finish { event, run in
      progress(run.stepsMade, of: iterations)
      guard case .stepped(_, let step, _) = event, (step + 1) % between == 0, !entry.isOracle
      else { return }
      looks.append(Look(run.learner, few))
    }
    let curve = run.learner.adaptationCurve(
      episodes(tested, seed: seed, tellsTask: entry.isOracle), rate: Self.alpha, steps: 10)
    return Taught(learner: run.learner, looks: looks, curve: curve)
  }

  /// What a caption says of the training.
  var words: String {
    "MLP 40-40, \(iterations) meta-steps of 25 tasks; α = 0.01, \(Self.points) points to adapt on"
  }
}

/// A method of meta-learning with the optimiser that takes its gradients.
struct Entry: Sendable {
  /// What tables and figures call it.
  let name: String
  let method: any MetaStrategy
  let optimizer: any Optimizer
  /// Whether amplitude and phase are inputs.
  let isOracle: Bool

  init(_ method: any MetaStrategy, _ optimizer: any Optimizer = Adam(rate: 1e-3)) {
    (name, self.method, self.optimizer, isOracle) = (method.name, method, optimizer, false)
  }

  private init(oracle method: any MetaStrategy) {
    (name, self.method, optimizer, isOracle) = ("oracle", method, Adam(rate: 1e-3), true)
  }

  /// A network that is told amplitude and phase.
  static let oracle = Entry(oracle: Pretraining())
}

/// What a method has come to.
struct Taught: Codable {
  let learner: Learner
  /// From the first to the last.
  let looks: [Look]
  /// The loss on new tasks after 0…10 steps.
  let curve: AdaptationCurve

  /// Which test tasks ten steps drive away; one such can outweigh all others in a mean.
  var diverged: [Int] { curve.diverged(beyond: 12.5, after: 10) }

  /// How far the network is before any step from the mean of all waves, (2/π) 2.55 · (−cos x), on average over x.
  var awayFromMean: Double {
    let x = grid(-5, 5, 101)
    let y = learner.answers(at: x, learner.theta)
    return zip(x, y).map { abs($1 + 2 / Double.pi * 2.55 * cos($0)) }.mean
  }

  /// The mean loss over the other tasks after 0…10 steps.
  var losses: [Double] { (0...10).map { curve.mean(after: $0, leaving: diverged) } }
}
