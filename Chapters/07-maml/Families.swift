import Book
import CLCore
import Lessons

/// Five families of sinusoids that arrive one after the other: the circle of phases cut into five equal ranges.
struct Families: Sendable {
  /// Meta-steps a family, and tasks a meta-step.
  let iterations, tasks: Int
  /// Adam's rate. Fewer and smaller meta-steps make up for it by longer ones.
  let rate: Double
  /// Test tasks a family.
  let tested: Int
  let families: [Sinusoids]

  init(_ profile: Profile) {
    iterations = profile.pick(smoke: 10, quick: 600, full: 3000)
    tasks = profile.pick(smoke: 10, quick: 10, full: 25)
    rate = profile.pick(smoke: 3e-3, quick: 3e-3, full: 1e-3)
    tested = profile.pick(smoke: 20, quick: 100, full: 200)
    families = (0..<5).map { i in
      Sinusoids(
        name: "phases \(i + 1)",
        phases: Self.circle * Double(i) / 5...Self.circle * Double(i + 1) / 5)
    }
  }

  /// All phases at once: the same tasks, in no order.
  var mixed: [Sinusoids] { [Sinusoids(phases: 0...Self.circle)] }

  private static let circle = 2 * Double.pi

  /// New tasks of a family, the same for all methods of a seed.
  func episodes(_ family: Int, seed: UInt64) -> Episodes {
    var random = Random(seed: seed, "test tasks", family)
    return families[family].episodes(tested, support: Waves.points, query: 50, &random)
  }

  /// A method that learns from the families in order, or from all at once for as many steps.
  func learn(
    _ method: any MetaStrategy, mixed isMixed: Bool = false, seed: UInt64, _ progress: Meter
  ) throws -> Life {
    let training = MetaTraining(
      iterations: isMixed ? 5 * iterations : iterations, tasks: tasks)
    let learner = Learner(
      MLP(inputs: 1, hidden: [40, 40], outputs: 1), Adam(rate: rate), seed: seed)
    var run = MetaRun(method, learner, on: isMixed ? mixed : families, training, seed: seed)
    var losses: [[Double]] = []
    try run.finish { event, run in
      progress(run.stepsMade, of: 5 * iterations)
      guard case .learned = event else { return }
      losses.append(families.indices.map { curve($0, run.learner, seed: seed, steps: 1)[1] })
    }
    let old = families.indices.dropLast().map { curve($0, run.learner, seed: seed, steps: 10) }
    return Life(
      seed: seed, learner: run.learner, losses: losses,
      old: (0...10).map { step in old.map { $0[step] }.mean })
  }

  /// What a caption says of the training.
  var words: String {
    "\(iterations) meta-steps a family of \(tasks) tasks, Adam at \(rate.compact)"
  }

  /// The mean loss on new tasks of a family after 0…steps steps.
  private func curve(_ family: Int, _ learner: Learner, seed: UInt64, steps: Int) -> [Double] {
    let curve = learner.adaptationCurve(
      episodes(family, seed: seed), rate: Waves.alpha, steps: steps)
    let diverged = curve.diverged(beyond: 25, after: steps)
    return (0...steps).map { curve.mean(after: $0, leaving: diverged) }
  }
}

/// What five families have left behind.
struct Life: Codable {
  /// What everything was drawn from.
  let seed: UInt64
  let learner: Learner
  /// The mean loss after one step on each family, after each that was learnt, [learnt][families].
  let losses: [[Double]]
  /// The mean loss over the first four families at the end, after 0…10 steps.
  let old: [Double]

  /// The mean over all families at the end.
  var final: Double { losses.last?.mean ?? .nan }
  /// The loss on the family learnt last.
  var last: Double { losses.last?.last ?? .nan }
}
