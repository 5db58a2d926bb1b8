import Book
import CLCore
import Lessons

/// Five families of sinusoids that arrive one after the other: the phases of 7.3 cut into five equal ranges.
struct Families: Sendable {
  /// Meta-steps a family.
  let iterations: Int
  /// Test tasks a family.
  let tested: Int
  let families: [Sinusoids]

  init(_ profile: Profile) {
    iterations = profile.pick(smoke: 10, quick: 300, full: 3000)
    tested = profile.pick(smoke: 20, quick: 100, full: 200)
    families = (0..<5).map { i in
      Sinusoids(
        name: "phases \(i + 1)", phases: Double(i) * Double.pi / 5...Double(i + 1) * Double.pi / 5)
    }
  }

  /// All phases at once: the same tasks, in no order.
  var mixed: [Sinusoids] { [Sinusoids()] }

  /// New tasks of a family, the same for all methods of a seed.
  func episodes(_ family: Int, seed: UInt64) -> Episodes {
    var random = Random(seed: seed, "test tasks", family)
    return families[family].episodes(tested, support: Waves.points, query: 50, &random)
  }

  /// A method that learns from the families in order, or from all at once for as many steps.
  func learn(
    _ method: any MetaStrategy, mixed isMixed: Bool = false, seed: UInt64, _ progress: Meter
  ) throws -> Life {
    let training = MetaTraining(iterations: isMixed ? 5 * iterations : iterations)
    let learner = Learner(
      MLP(inputs: 1, hidden: [40, 40], outputs: 1), Adam(rate: 1e-3), seed: seed)
    var run = MetaRun(method, learner, on: isMixed ? mixed : families, training, seed: seed)
    var losses: [[Double]] = []
    while let event = try run.advance() {
      progress(run.stepsMade, of: 5 * iterations)
      guard case .learned = event else { continue }
      losses.append(families.indices.map { curve($0, run.learner, seed: seed, steps: 1)[1] })
    }
    let old = families.indices.dropLast().map { curve($0, run.learner, seed: seed, steps: 10) }
    return Life(
      seed: seed, learner: run.learner, losses: losses,
      old: (0...10).map { step in old.map { $0[step] }.mean })
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
struct Life: Sendable {
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

/// The loss of old tasks at weights that adapted to current ones, taken apart.
///
/// The outputs f of networks adapted to tasks i, and the targets y of tasks j that are drawn apart from them, at the
/// same places: over all pairs (f − y)² has the mean (mean f − mean y)² + variance of f + variance of y.
struct Parts: Sendable {
  /// How far the mean adapted network is from the mean old task.
  let offset: Double
  /// How much the adapted networks differ.
  let adapted: Double
  /// How much the old tasks differ, whatever the network.
  let tasks: Double
  /// The mean of (f − y)² over all pairs, counted out.
  let loss: Double
  /// The parts together.
  var sum: Double { offset + adapted + tasks }

  init(_ families: Families, _ life: Life) {
    let (learner, seed) = (life.learner, life.seed)
    let places = grid(-5, 5, 41)
    let last = families.families.count - 1
    let current = families.episodes(last, seed: seed).picking(Array(0..<min(50, families.tested)))
    let stack = learner.adaptations(to: current.support, rate: Waves.alpha, steps: 1)[1]
    var random = Random(seed: seed, "old tasks")
    let old = families.families.dropLast().flatMap { family in
      (0..<12).map { _ in family.task(&random) }
    }
    let outputs = (0..<current.tasks).map { task in
      let theta = stack.unstacked(task, of: current.tasks, learner.network.layout)
      return learner.answers(at: places, theta)
    }
    let targets = old.map { wave in places.map { wave($0) } }
    let (f, y) = (Spread(outputs), Spread(targets))
    offset = zip(f.mean, y.mean).map { ($0 - $1) * ($0 - $1) }.mean
    adapted = f.variance
    tasks = y.variance
    loss =
      outputs.flatMap { f in
        targets.map { y in zip(f, y).map { ($0 - $1) * ($0 - $1) }.mean }
      }.mean
  }

  /// Several functions at the same places: their mean, and the mean over places of their variance.
  private struct Spread {
    let mean: [Double]
    let variance: Double

    init(_ rows: [[Double]]) {
      let mean = rows[0].indices.map { place in rows.map { $0[place] }.mean }
      variance = rows.flatMap { row in zip(row, mean).map { ($0 - $1) * ($0 - $1) } }.mean
      self.mean = mean
    }
  }
}

extension Learner {
  /// The network's outputs at places x for weights θ [P].
  func answers(at places: [Double], _ theta: Tensor) -> [Double] {
    let x = Tensor(places.map { Real($0) }, [places.count, 1])
    return network(Variable(x), at: Variable(theta), task: nil).value.values.map { Double($0) }
  }
}

extension Collection<Double> {
  /// The mean.
  var mean: Double { reduce(0, +) / Double(count) }
}

extension Statistics {
  /// `"0.85 ± 0.12"`, for tables with many columns.
  var short: String {
    margin().map { "\(mean.hundredths) ± \($0.hundredths)" } ?? mean.hundredths
  }
}
