import CLCore
import TestSupport
import Testing

@Suite("iCaRL")
struct ICaRLTests {
  private func iCaRL(_ run: Run) throws -> ICaRL { try #require(run.strategy as? ICaRL) }

  /// A run that has learnt so many tasks.
  private func run(_ strategy: ICaRL, tasks: Int) throws -> Run {
    var run = try smallRun(strategy, .class)
    for _ in 0..<tasks { try run.learnTask() }
    return run
  }

  @Test("keeps of each class the samples that herding picks, and fewer are a prefix of them")
  func exemplars() throws {
    var run = try smallRun(ICaRL(.shared(24)), .class)
    var kept: [[Tensor]] = []
    for task in 0..<3 {
      try run.learnTask()
      let memory = try iCaRL(run).exemplars
      #expect(memory.count <= 24 && memory.count == run.costs.samples)
      let quota = 24 / (2 * (task + 1))
      let data = run.stream[task].train
      for label in run.stream[task].classes {
        let own = data.positions(of: label)
        let order = run.learner.features(of: data, at: own).normalizedRows.herded(quota)
        let expected = Batch(run.stream[task], order.map { own[$0] }).inputs
        expectSameBits(
          memory.batch(of: .class(label, ofTask: task)).inputs, expected, "class \(label)")
        kept.append([])
      }
      for label in kept.indices {
        let now = memory.batch(of: .class(label, ofTask: label / 2)).inputs
        #expect(now.shape[0] == quota)
        for earlier in kept[label] { #expect(now == earlier.rows(0..<quota)) }
        kept[label].append(now)
      }
    }
  }

  @Test(
    "its loss is the binary cross-entropy summed over the classes met, old targets from the old θ",
    arguments: [1, 2] as [Double])
  func loss(temperature: Double) throws {
    var run = try run(
      ICaRL(.each(5), exemplarShare: 0, temperature: temperature), tasks: 1)
    let old = run.learner
    for _ in 0..<20 { _ = try run.advance() }
    let batch = Batch(run.stream[1], Array(0..<12))
    let (strategy, learner) = (try iCaRL(run), run.learner)
    let found = strategy.loss(batch, at: Variable(learner.theta), run.stream[1], learner)
    let scores = learner.scores(batch.inputs, task: nil)
    let targets = (old.scores(batch.inputs, task: nil) / Real(temperature)).sigmoid
    var expected = 0.0
    for i in 0..<12 {
      for y in 0..<4 {
        let t = y < 2 ? Double(targets[i, y]) : batch.labels[i] == y ? 1 : 0
        let p = Double(scores.sigmoid[i, y])
        expected -= (t * naturalLog(p) + (1 - t) * naturalLog(1 - p)) / 12
      }
    }
    #expect(abs(Double(found.value.scalar) - expected) <= 1e-4 * expected)
    // Outputs of classes to come get no gradient.
    let slope = gradient(at: learner.theta) {
      strategy.loss(batch, at: $0, run.stream[1], learner)
    }
    let head = try #require(learner.network.layout["head.bias"])
    #expect(slope[head].values[4...] == [0, 0])
    #expect(slope[head].values[..<4].allSatisfy { $0 != 0 })
  }

  private func naturalLog(_ x: Double) -> Double {
    Double(Tensor(Real(x)).logarithm.scalar)
  }

  @Test("trains on exemplars: they appear in later batches, as often as their share in the data")
  func trained() throws {
    // Black images have no gradient in the first layer: what there is comes from exemplars.
    func exemplarsMet(_ strategy: ICaRL) throws -> Int {
      var run = try run(strategy, tasks: 2)
      _ = try run.advance()  // begins the third
      let task = run.stream[2]
      let black = Batch(inputs: .zeros([1, 36]), labels: [task.classes.lowerBound], task: 2)
      var (method, learner) = (try iCaRL(run), run.learner)
      learner.restart()
      let first = try #require(learner.network.layout["hidden1.weight"])
      return (0..<2000).count { _ in
        var batch = black
        method.willStep(&batch, task, &learner)
        return gradient(at: learner.theta) { method.loss(batch, at: $0, task, learner) }[first].norm
          > 0
      }
    }
    // 20 exemplars beside 80 samples: a share of 0.2; five standard deviations of 2000 draws.
    let met = try exemplarsMet(ICaRL(.each(5)))
    #expect(abs(Double(met) - 400) <= 5 * (2000.0 * 0.2 * 0.8).squareRoot())
    #expect(try exemplarsMet(ICaRL(.each(5), exemplarShare: 0)) == 0)
    #expect(try exemplarsMet(ICaRL(.each(5), exemplarShare: 1)) == 2000)
  }

  @Test("an epoch is one over the exemplars too")
  func epochs() throws {
    var run = try smallRun(
      ICaRL(.each(16)), .class, training: Training(epochs: 2, batchSize: 16))
    try run.finish()
    // 80 samples a task, and 32 exemplars more after each.
    #expect(run.stepsMade == 2 * (5 + 7 + 9))
  }

  @Test("answers with the class whose exemplars' mean is nearest: −‖φ − µ‖², by brute force")
  func nearestMean() throws {
    for tasks in 1...3 {
      let run = try run(ICaRL(.each(6)), tasks: tasks)
      let method = try iCaRL(run)
      let means = method.exemplarMeans(run.learner)
      #expect(means.shape == [2 * tasks, 12])
      let images = Batch(run.stream[0].test, Array(0..<30), task: 0).inputs
      let features = run.learner.features(images).normalizedRows
      let scores = method.scores(images, task: nil, run.learner)
      for label in 0..<2 * tasks {
        let own = method.exemplars.batch(of: .class(label, ofTask: label / 2))
        let unit = run.learner.features(own.inputs).normalizedRows
        let mean = (0..<12).map { j in (0..<6).map { Double(unit[$0, j]) }.reduce(0, +) / 6 }
        let length = mean.map { $0 * $0 }.reduce(0, +).squareRoot()
        for (j, number) in mean.enumerated() {
          #expect(abs(Double(means[label, j]) - number / length) <= 1e-5)
        }
        for i in 0..<30 {
          let distance = (0..<12).map { j in
            let apart = Double(features[i, j]) - mean[j] / length
            return apart * apart
          }.reduce(0, +)
          #expect(abs(Double(scores[i, label]) + distance) <= 1e-5)
        }
      }
      for label in 2 * tasks..<6 { #expect(scores[0, label] == -.infinity) }
    }
  }

  @Test("while a task is learnt, the means follow the features")
  func moving() throws {
    var run = try run(ICaRL(.each(6)), tasks: 1)
    for _ in 0..<20 { _ = try run.advance() }
    let method = try iCaRL(run)
    let images = Batch(run.stream[0].test, Array(0..<5), task: 0).inputs
    let scores = method.scores(images, task: nil, run.learner)
    let expected = Tensor.product(
      run.learner.features(images).normalizedRows, method.exemplarMeans(run.learner),
      transposeB: true
    ).affine(2, -2)
    expectClose(scores.columns(0..<2), expected)
    // Worked out once for a test, the means give the same scores, and none to another θ.
    var prepared = method
    prepared.willTest(run.learner)
    expectSameBits(prepared.scores(images, task: nil, run.learner), scores, "prepared")
    _ = try run.advance()
    expectSameBits(
      prepared.scores(images, task: nil, run.learner),
      method.scores(images, task: nil, run.learner), "moved on")
  }

  @Test("refuses classes that it has learnt, and a budget too small for one exemplar a class")
  func misused() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let split = try TaskStream.split(prototypes(), tasks: 3, scenario: .class)
      let again = split.prefix(2).map {
        Experience(
          index: $0.index, name: $0.name, train: split[0].train, test: split[0].test,
          classes: split[0].classes)
      }
      let stream = TaskStream(
        name: "again", scenario: .class, experiences: again, outputNames: split.outputNames)
      let learner = Learner(
        MLP(inputs: 36, hidden: [8], outputs: 6), Adam(), for: stream, seed: 1)
      var run = try Run(ICaRL(.each(5)), learner, on: stream, Training(iterations: 2), seed: 1)
      try run.finish()
    }
    expect(result, says: ["not met before", "task 1", "0..<2"])
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var run = try smallRun(ICaRL(.shared(3)), .class)
      try run.finish()
    }
    expect(result, says: ["3 in all", "4 classes"])
  }

  @Test("classes without a sample take no exemplars from the others")
  func missing() throws {
    let split = try TaskStream.split(prototypes(), tasks: 3, scenario: .class)
    // Of the first task's two classes only one has samples.
    let data = split[0].train
    let half = data.positions(of: 0)
    let first = Experience(
      index: 0, name: "half", train: data.subset(half), test: split[0].test,
      classes: split[0].classes)
    let stream = TaskStream(
      name: "half", scenario: .class, experiences: [first, split[1]],
      outputNames: split.outputNames)
    let learner = Learner(MLP(inputs: 36, hidden: [8], outputs: 6), Adam(), for: stream, seed: 1)
    var run = try Run(ICaRL(.shared(12)), learner, on: stream, Training(iterations: 2), seed: 1)
    try run.learnTask()
    #expect(run.costs.samples == 12)
    try run.learnTask()
    #expect(run.costs.samples == 12)
    #expect(try iCaRL(run).exemplars.groups.map(\.label) == [0, 2, 3])
  }
}
