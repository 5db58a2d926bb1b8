/// Reptile (Nichol, Achiam & Schulman 2018, algorithms 1 and 2): train on a task for a while, then move θ
/// some of the way to where that led,
///
///     θ ← θ + ε (1/n) Σᵢ (φᵢ − θ)
///
/// with φᵢ the weights after some steps of stochastic gradient descent on task i from θ. Nothing is
/// differentiated twice and nothing is split into support and query: both sets are trained on.
///
/// The optimiser is given θ − (1/n) Σᵢ φᵢ for a gradient; gradient descent with rate ε then makes the step
/// above. The paper allows gradient descent or Adam for the inner steps, and uses Adam for few-shot
/// classification; here they are plain gradient descent, as in its sinusoids.
///
/// Memory: as many θ as tasks in a batch. Time a step: for each task and inner step one pass forward and one
/// backward.
public struct Reptile: MetaStrategy {
  /// The rate of the inner steps.
  public var rate: Double
  /// How many inner steps a task is given; with one, Reptile is pretraining.
  public var steps: Int
  /// Samples an inner step, taken in turn from an order that each step of θ draws anew; all of a task's when
  /// `nil`.
  public var batch: Int?

  /// Reptile with so many inner steps.
  public init(rate: Double = 0.02, steps: Int = 5, batch: Int? = nil) {
    require(steps > 0, "Reptile needs inner steps, got \(steps)")
    require(batch.map { $0 > 0 } ?? true, "an inner step needs samples, got \(batch ?? 0)")
    self.rate = rate
    self.steps = steps
    self.batch = batch
  }

  public var name: String { "Reptile" }

  public func lossAndGradient(
    _ episodes: Episodes, _ learner: inout Learner
  ) -> (loss: Real, gradient: Tensor) {
    let all = episodes.support.joining(episodes.query)
    let samples = shuffled(all, &learner.random)
    let layout = learner.network.layout
    var phi = learner.theta.stacked(episodes.tasks, layout)
    var lastLoss: Real = 0
    for step in 0..<steps {
      let (loss, slope) = valueAndGradient(at: phi) {
        learner.losses(of: part(step, of: samples), at: $0).sum
      }
      lastLoss = loss / Real(episodes.tasks)
      phi.add(-Real(rate), slope)
    }
    let mean = phi.summedOverStack(episodes.tasks, layout) / Real(episodes.tasks)
    return (lastLoss, learner.theta - mean)
  }

  /// The samples in a new order, one for all tasks: those of a few-shot task lie sorted by class, and a
  /// batch of neighbours would hold one class or two.
  private func shuffled(_ samples: Examples, _ random: inout Random) -> Examples {
    guard let batch, batch < samples.perTask else { return samples }
    return samples.samples(random.permutation(samples.perTask))
  }

  /// The samples of inner step number `step`: the next so many, from the first again when too few are left.
  private func part(_ step: Int, of samples: Examples) -> Examples {
    guard let batch, batch < samples.perTask else { return samples }
    let first = step % (samples.perTask / batch) * batch
    return samples.samples(first..<first + batch)
  }
}
