import CLCore

/// One thing changed in iCaRL, to see what it was good for.
enum Change: String, Codable, CaseIterable {
  /// Exemplars drawn from their class at random.
  case random = "exemplars at random"
  /// The target of an old output is 0, and 1 for exemplars of its class.
  case undistilled = "no distillation"
  /// An image belongs to the class whose output is highest.
  case lastLayer = "answers by the last layer"
  /// Exemplars in a batch as often as in the data.
  case rare = "exemplars as rare as in the data"
  /// Exemplars are kept, and give the means, but are in no batch.
  case untrained = "exemplars not trained on"
}

/// iCaRL put together from its parts, one of which may be changed. With none it takes the steps of the
/// library's, bit for bit.
struct Assembled: Strategy {
  /// What is changed.
  var change: Change?
  /// Exemplars in all.
  let budget: Int
  private var exemplars: Memory
  private var teacher: Tensor?
  private var taught = 0
  private var means: [Tensor] = []

  /// iCaRL with so many exemplars in all.
  init(_ change: Change? = nil, budget: Int) {
    self.change = change
    self.budget = budget
    exemplars = .exemplars(.shared(budget))
  }

  var name: String { change?.rawValue ?? "iCaRL" }

  mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    learner.activeOutputs = .seen
  }

  func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    let seen = learner.active(nil)
    var target = Tensor.oneHot(batch.labels, columns: seen.count)
    if let teacher, change != .undistilled {
      let answers = learner.scores(batch, at: Variable(teacher)).value.columns(0..<taught).sigmoid
      let new = target.columns(taught..<seen.count)
      target =
        answers.padded(0..<taught, width: seen.count)
        + new.padded(taught..<seen.count, width: seen.count)
    }
    let scores = learner.scores(batch, at: theta, &context).columns(seen)
    return Real(seen.count) * scores.binaryCrossEntropy(Variable(target))
  }

  /// Some of the batch's samples are replaced by exemplars, half of them unless that is changed.
  mutating func willStep(_ batch: inout Batch, _ task: Experience, _ learner: inout Learner) {
    let all = Double(exemplars.count + task.train.count)
    let share =
      switch change {
      case .untrained: 0.0
      case .rare: Double(exemplars.count) / all
      default: 0.5
      }
    guard exemplars.count > 0, share > 0 else { return }
    let places = (0..<batch.count).count { _ in learner.random.uniform() < share }
    guard let drawn = exemplars.sample(places, &learner.random) else { return }
    batch = batch.rows(drawn.count..<batch.count).replaying(drawn)
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let quota = budget / (exemplars.groups.count + task.classes.count)
    let chosen = task.classes.flatMap { label in
      let own = task.train.positions(of: label)
      if change == .random {
        return learner.random.permutation(own.count).prefix(quota).map { own[$0] }
      }
      let features = learner.features(of: task.train, at: own).normalizedRows
      return features.herded(quota).map { own[$0] }
    }
    exemplars.offer(Batch(task, chosen), &learner.random)
    (teacher, taught) = (learner.theta, learner.active(nil).count)
    means = exemplars.groups.map { group in
      learner.features(exemplars.batch(of: group).inputs).normalizedRows.meanRow
    }
  }

  func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard !means.isEmpty, change != .lastLayer else { return learner.scores(x, task: task) }
    return learner.features(x).normalizedRows.closeness(to: means)
      .padded(0..<means.count, width: learner.network.outputs)
  }
}
