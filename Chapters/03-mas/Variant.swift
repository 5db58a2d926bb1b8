import Book
import CLCore

/// One thing about Ω changed, to see what it was good for.
enum Change: String, Codable, CaseIterable {
  /// Ω on images of the task that comes next.
  case nextImages = "the next task's images"
  /// Ω on pixels drawn at random.
  case noise = "noise for images"
  /// √(1/N Σₙ g²), a norm over the samples.
  case normOverSamples = "a norm over samples"
  /// The magnitude of a mean over batches of 128, in which signs cancel.
  case batchMean = "the batch's mean"
  /// One number for all weights of an array: the norm of its gradient.
  case normOverLayer = "a norm over the layer"
  /// The right numbers at the wrong weights.
  case dealtOut = "Ω dealt out anew"
  /// A tenth of the mean of Ω added to every weight.
  case floor = "a floor under Ω"

  /// Ω of task `task` at the learner's θ on the images of `data`, [P]; a mean over samples where that has a meaning.
  /// `own` is Ω as MAS has it, on the task's own images.
  func omega(
    of task: Int, on data: Dataset, at learner: Learner, own: Tensor, _ random: inout Random
  ) -> Tensor {
    switch self {
    case .nextImages: return learner.outputSensitivity(data, task: task)
    case .noise:
      let shape: Shape = [500, data.inputSize]
      let pixels = (0..<shape.count).map { _ in Real(random.uniform()) }
      return learner.sum(of: .magnitudes, Tensor(pixels, shape), task) / Real(shape[0])
    case .normOverSamples:
      return learner.mean(over: data, by: 500) { learner.sum(of: .squares, $0, task) }.squareRoot
    case .batchMean:
      return learner.mean(over: data, by: 128) { learner.slope($0, task).magnitude }
    case .normOverLayer:
      let slope = learner.mean(over: data, by: 500) { learner.slope($0, task) }
      var norms = slope
      norms.write { norms in
        for entry in learner.network.layout.entries {
          let norm = slope[entry.slot].norm
          for i in entry.slot.range { norms[i] = norm }
        }
      }
      return norms
    case .floor:
      return own + 0.1 * own.mean
    case .dealtOut:
      let numbers = own.values
      return Tensor(random.permutation(own.count).map { numbers[$0] })
    }
  }
}

extension Change {
  /// How like Ω each changed one is after the first task of `stream`: Spearman's ρ with it, and its sum
  /// over that of Ω, [changes][2].
  static func likeness(on stream: TaskStream, _ scale: Scale, seed: UInt64) throws -> [[Double]] {
    var run = try scale.run(FineTuning(), stream, seed)
    try run.learnTask()
    let learner = run.learner
    let omega = learner.outputSensitivity(stream[0].train, task: 0)
    return allCases.map { change in
      var random = learner.random
      let images = stream[change == .nextImages ? 1 : 0].train
      let other = change.omega(of: 0, on: images, at: learner, own: omega, &random)
      let rho = rankCorrelation(omega.values.map { Double($0) }, other.values.map { Double($0) })
      return [rho ?? .nan, Double(other.sum / omega.sum)]
    }
  }
}

/// MAS with one thing about its Ω changed.
///
/// The penalty is that of MAS, and Ω is scaled to the sum that MAS has there: one λ means the same for
/// all changes, and the only question left is on which weights the importance falls.
struct Variant: Strategy {
  let change: Change
  /// λ of MAS.
  let lambda: Double
  private var well: Quadratic?
  /// Ω as MAS has it, of the task learnt last.
  private var own = Tensor.zeros([1])

  init(_ change: Change, lambda: Double) {
    (self.change, self.lambda) = (change, lambda)
  }

  var name: String { change.rawValue }

  func penalty(_ task: Experience, _ learner: Learner) -> Quadratic? { well }

  mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    // Only now are there images of the next task; the outputs are still those of the last one.
    guard change == .nextImages, task.index > 0 else { return }
    take(task.index - 1, on: task.train, &learner)
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    own = learner.outputSensitivity(task.train, task: task.index)
    guard change != .nextImages else { return }
    take(task.index, on: task.train, &learner)
  }

  private mutating func take(_ task: Int, on data: Dataset, _ learner: inout Learner) {
    let omega = change.omega(of: task, on: data, at: learner, own: own, &learner.random)
    let weight = Real(2 * lambda) * (own.sum / omega.sum) * omega
    well = Quadratic(adding: weight, to: well, centre: learner.theta)
  }
}

extension Learner {
  /// Σₙ ‖f(xₙ; θ)‖² over the outputs of a task, for inputs [n, size].
  private func squaredLengths(_ x: Tensor, at theta: Variable, _ task: Int) -> Variable {
    network(Variable(x), at: theta, task: known(task)).columns(active(known(task))).squared.sum
  }

  /// The slopes of the samples' squared lengths, squared or as magnitudes, summed, [P].
  func sum(of each: PerSample, _ x: Tensor, _ task: Int) -> Tensor {
    sumOverSamples(of: each, at: theta) { squaredLengths(x, at: $0, task) }
  }

  /// The slope of the summed squared lengths, signs and all, [P].
  func slope(_ x: Tensor, _ task: Int) -> Tensor {
    CLCore.gradient(at: theta) { squaredLengths(x, at: $0, task) }
  }

  /// The mean over images of what `sum` gives for batches of `size` of them.
  func mean(over data: Dataset, by size: Int, _ sum: (Tensor) -> Tensor) -> Tensor {
    data.batches(of: size, task: 0).reduce(into: .zeros(theta.shape)) { $0 += sum($1.inputs) }
      / Real(data.count)
  }
}

extension Learner {
  /// The same mean of magnitudes as Ω, of the slopes of each sample's loss in place of ‖f‖², [P].
  func lossSlopes(_ data: Dataset, task: Int) -> Tensor {
    let batch = Batch(data, Array(0..<data.count), task: task)
    return sumOverSamples(of: .magnitudes, at: theta) {
      Real(batch.count) * crossEntropy(batch, at: $0)
    } / Real(batch.count)
  }
}
