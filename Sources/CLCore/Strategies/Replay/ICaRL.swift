/// iCaRL, incremental classifier and representation learning (Rebuffi, Kolesnikov, Sperl and Lampert 2017):
/// exemplars of each class, chosen by herding, are trained on among the new samples; old outputs imitate
/// the old network on all of them; and an image belongs to the class whose exemplars' mean is nearest.
///
///     L(θ) = Σ_y −t_y log σ(z_y) − (1 − t_y) log(1 − σ(z_y))
///     y*   = argmin_y ‖φ(x)/‖φ(x)‖ − µ_y‖
///
/// with the scores z, the target t_y = σ(v_y/T) for old classes (v the scores of the old network, for
/// exemplars too; T = 1 in the paper) and t_y = 1 or 0 for new ones, the features φ, and µ_y the mean of
/// class y's normalised exemplars, normalised again. Algorithms 1 to 5 of the paper; the outputs are those
/// of the classes met. No class may come again, and the network may not grow.
///
/// Unlike the paper's text and like the authors' program, herding approximates a class's mean without
/// normalising it. Unlike theirs, no sample is picked twice, and images are not mirrored. Unlike the paper,
/// whose epoch visits every new sample and every exemplar once, a batch is one of new samples in which a
/// number of them drawn by chance give way to exemplars: an epoch is as long, but not each is met once.
///
/// Memory: the exemplars and one θ. Time: a forward pass a step more than fine-tuning; after a task, one
/// product of a class's features with a vector an exemplar.
public struct ICaRL: Strategy {
  /// The share of exemplars in a batch. When `nil` it is their share in the data, as if they were part
  /// of the task's own samples.
  public var exemplarShare: Double?
  /// T, by which the old network's scores are divided and the new one's are not. The paper has none,
  /// which is 1; the program of van de Ven, Tuytelaars and Tolias (2022) has 2.
  public var temperature: Double
  /// The exemplars, those of a class in herding order.
  public private(set) var exemplars: Memory
  /// θ after the last task.
  private var teacher: Tensor?
  private var taught = 0
  private var means: Tensor?
  /// θ for which `means` holds. It is known by its place in memory and so not saved: a run that goes on
  /// works its means out anew.
  private var measured: Tensor?

  private enum CodingKeys: String, CodingKey {
    case exemplarShare, temperature, exemplars, teacher, taught, means
  }

  /// iCaRL with 2000 exemplars in all or another budget, of at least one a class.
  public init(
    _ budget: Memory.Budget = .shared(2000), exemplarShare: Double? = nil, temperature: Double = 1
  ) {
    require(
      (0...1).contains(exemplarShare ?? 0), "a batch's share of exemplars is not in 0...1")
    require(temperature > 0, "a temperature must be above 0, not \(temperature)")
    exemplars = .exemplars(budget)
    self.exemplarShare = exemplarShare
    self.temperature = temperature
  }

  public var name: String { "iCaRL" }

  public mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    require(
      learner.scenario == .class,
      "iCaRL tells classes apart that all compete: it needs the class-incremental scenario")
    require(
      task.classes.lowerBound >= taught,
      "iCaRL needs classes not met before: task \(task.index) has \(task.classes) where "
        + "\(taught) are known")
    let classes = exemplars.groups.count + task.classes.count
    require(
      exemplars.budget.quota(groups: classes) > 0,
      "iCaRL answers by exemplars: \(exemplars.budget.count) in all are none for each of "
        + "\(classes) classes")
    learner.activeOutputs = .seen
  }

  /// An epoch is one over the exemplars too.
  public mutating func phase(
    _ number: Int, of task: Experience, after earlier: [Experience], _ training: Training,
    _ learner: inout Learner
  ) -> Phase? {
    guard number == 0 else { return nil }
    let samples = task.train.count + (exemplarShare == nil ? exemplars.count : 0)
    return Phase([task], .iterations(training.steps(training.length, samples: samples)))
  }

  /// Some of the batch's samples are replaced by exemplars, as if it were drawn from both together.
  public mutating func willStep(
    _ batch: inout Batch, _ task: Experience, _ learner: inout Learner
  ) {
    let all = Double(exemplars.count + task.train.count)
    let share = exemplarShare ?? Double(exemplars.count) / all
    guard exemplars.count > 0, share > 0 else { return }
    let places = (0..<batch.count).count { _ in learner.random.uniform() < share }
    guard let drawn = exemplars.sample(places, &learner.random) else { return }
    batch = batch.rows(drawn.count..<batch.count).replaying(drawn)
  }

  public func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner,
    _ context: inout Context
  ) -> Variable {
    let active = learner.active(nil)
    var target = Tensor.oneHot(batch.labels, columns: active.count)
    if let teacher {
      let answers = learner.answers(of: teacher, to: batch).columns(0..<taught)
      let old = (answers / Real(temperature)).sigmoid
      let new = target.columns(taught..<active.count)
      target =
        old.padded(0..<taught, width: active.count)
        + new.padded(taught..<active.count, width: active.count)
    }
    let scores = learner.scores(batch, at: theta, &context).columns(active)
    return Real(active.count) * scores.binaryCrossEntropy(Variable(target))
  }

  public mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let positions = task.classes.map { task.train.positions(of: $0) }.filter { !$0.isEmpty }
    let quota = exemplars.budget.quota(groups: exemplars.groups.count + positions.count)
    let chosen = positions.flatMap { own in
      let features = learner.features(of: task.train, at: own).normalizedRows
      return features.herded(quota).map { own[$0] }
    }
    exemplars.offer(Batch(task, chosen), &learner.random)
    teacher = learner.theta
    taught = learner.active(nil).count
    measured = nil
    willTest(learner)
  }

  public mutating func willTest(_ learner: Learner) {
    guard exemplars.count > 0 else { return }
    (means, measured) = (currentMeans(learner), learner.theta)
  }

  /// The exemplars' means at the learner's θ, worked out unless they are known.
  private func currentMeans(_ learner: Learner) -> Tensor {
    guard let means, let measured, measured.sharesNumbers(with: learner.theta) else {
      return exemplarMeans(learner)
    }
    return means
  }
}

extension ICaRL: Configurable {
  public static let about = About(
    "icarl", "herded exemplars, imitation of the old network, the nearest mean answers",
    paper: "Rebuffi, Kolesnikov, Sperl & Lampert 2017", .replay, line: 1, scenarios: [.class],
    needs: [.allOutputs])
  public static let standard = ICaRL()
  public static let settings: [Setting<ICaRL>] = [
    .count("memory", \.exemplars.size, "exemplars in all; of each class, where shared is no"),
    .truth("shared", \.exemplars.isShared, "whether all classes share the memory"),
    .number(
      "exemplar-share", \.exemplarShare, .within(0...1),
      "exemplars in a batch; as in the data if left out"),
    .number(
      "temperature", \.temperature, .above(0), "T, by which the old network's scores are divided"),
  ]
}

extension ICaRL: KeepsTensors {
  /// `means` [classes, features] with `means.class` [classes], and the images that they are means of: `exemplars`
  /// [exemplars, inputs] with `exemplars.class` [exemplars].
  public func tensorsKept(_ learner: Learner) -> [String: KeptTensor] {
    guard exemplars.count > 0 else { return [:] }
    let batch = exemplars.batch(exemplars.positions)
    return [
      "means": .numbers(exemplarMeans(learner)),
      "means.class": .numbers(Tensor(exemplars.groups.map { Real($0.label ?? -1) })),
      "exemplars": .numbers(batch.inputs),
      "exemplars.class": .numbers(Tensor(batch.labels.map { Real($0) })),
    ]
  }

  public var answerText: String {
    "The answer is the class whose row of means is nearest to the image's features (the last hidden layer), both of "
      + "length 1; row i is class means.class[i]."
  }
}

extension ICaRL {
  /// The mean of each class's normalised exemplars, normalised again: [classes, features], in the order
  /// of `exemplars.groups`. One product with the matrix that holds 1/m at a class's m exemplars.
  public func exemplarMeans(_ learner: Learner) -> Tensor {
    let groups = exemplars.groups
    let features = learner.features(exemplars.batch(exemplars.positions).inputs).normalizedRows
    var membership = Tensor.zeros([groups.count, exemplars.count])
    for row in groups.indices {
      let own = exemplars.rows(ofGroup: row)
      for (column, position) in exemplars.positions.enumerated() where own.contains(position) {
        membership[row * exemplars.count + column] = 1 / Real(own.count)
      }
    }
    return Tensor.product(membership, features).normalizedRows
  }

  /// −‖φ(x)/‖φ(x)‖ − µ_y‖² of inputs [n, size] → [n, outputs]; −∞ for classes that have no exemplars yet.
  /// Without any exemplars, the network's scores.
  public func scores(_ x: Tensor, task: Int?, _ learner: Learner) -> Tensor {
    guard exemplars.count > 0 else { return learner.scores(x, task: task) }
    let features = learner.features(x).normalizedRows
    // Both have length 1.
    let closeness = Tensor.product(features, currentMeans(learner), transposeB: true).affine(2, -2)
    let width = learner.network.outputs
    var scores = Tensor(repeating: -.infinity, [x.shape[0], width])
    scores.write { scores in
      for (column, group) in exemplars.groups.enumerated() {
        guard let label = group.label else { continue }
        for row in 0..<x.shape[0] { scores[row * width + label] = closeness[row, column] }
      }
    }
    return scores
  }
}
