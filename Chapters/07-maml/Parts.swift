import Book
import CLCore

/// The loss of old tasks at weights that adapted to current ones, taken apart.
///
/// The outputs f of networks adapted to tasks s, and the targets y of tasks t that are drawn apart from them, at the
/// same places: over all pairs (f − y)² has the mean (mean f − mean y)² + variance of f + variance of y.
struct Parts: Codable {
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
