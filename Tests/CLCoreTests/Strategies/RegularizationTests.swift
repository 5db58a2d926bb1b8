import CLCore
import Foundation
import Testing

@Suite("Regularisation")
struct RegularizationTests {
  /// Every method of the family with a strength that works on the small problem.
  private static func family(_ strength: Double = 1) -> [any Strategy] {
    [
      EWC(lambda: 3 * strength), EWC(lambda: 9 * strength, fisher: .empirical),
      OnlineEWC(lambda: 3 * strength), L2(lambda: 0.03 * strength), MAS(lambda: 0.01 * strength),
      MAS(lambda: 0.3 * strength, average: .batchMean), SI(strength: strength),
    ]
  }

  @Test("with no strength takes steps that are fine-tuning's to the bit")
  func noStrength() throws {
    var plain = try smallRun(FineTuning(), .task)
    try plain.finish()
    for method in Self.family(0) {
      var run = try smallRun(method, .task)
      try run.finish()
      #expect(run.learner.theta == plain.learner.theta, "\(method.name)")
    }
  }

  @Test("forgets less than fine-tuning: average accuracy is higher by at least 0.02")
  func keeps() throws {
    let stream = try TaskStream.permuted(prototypes(), tasks: 2, scenario: .domain, seed: 1)
    let network = MLP(inputs: 36, hidden: [32, 32], outputs: 6)
    func reached(_ method: any Strategy) throws -> Double {
      let learner = Learner(network, Adam(rate: 0.003), for: stream, seed: 1)
      var run = try Run(
        method, learner, on: stream, Training(iterations: 150, batchSize: 32), seed: 1)
      try run.finish()
      return try #require(run.matrix.averageAccuracy)
    }
    let floor = try reached(FineTuning())
    for method in Self.family() {
      let accuracy = try reached(method)
      #expect(accuracy > floor + 0.02, "\(method.name): \(accuracy) against \(floor)")
    }
  }

  @Test("stopped, saved and read again goes on with the same bits")
  func resumed() throws {
    for method in Self.family() {
      var whole = try smallRun(method, .task)
      var stopped = whole
      try whole.finish()
      for _ in 0..<55 { _ = try stopped.advance() }
      let saved = try JSONEncoder().encode(stopped.checkpoint)
      var resumed = try Run(
        resuming: JSONDecoder().decode(Checkpoint.self, from: saved), on: stopped.stream)
      try resumed.finish()
      #expect(resumed.learner.theta == whole.learner.theta, "\(method.name)")
    }
  }

  @Test("never pulls on a head that has had no data")
  func heads() throws {
    for method in Self.family() {
      var run = try smallRun(method, .task)
      try run.learnTask()
      let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
      let head = try #require(run.learner.network.layout["head.weight"])
      let steepness = well.weight[head]
      for i in 0..<12 {
        #expect((2..<6).allSatisfy { steepness[i, $0] == 0 }, "\(method.name)")
      }
      #expect((0..<12).contains { steepness[$0, 0] > 0 }, "\(method.name)")
    }
  }

  @Test("merged wells pull as the separate ones together do, and differ by a constant")
  func merged() {
    var random = Random(seed: 8, "wells")
    func vector(_ draw: (inout Random) -> Double) -> Tensor {
      Tensor((0..<50).map { _ in Real(draw(&random)) })
    }
    let wells = (0..<4).map { _ in
      Quadratic(
        weight: vector { max(0, $0.normal()) * 100 }, centre: vector { $0.normal() })
    }
    let one = wells.dropFirst().reduce(wells[0]) { $0.merged(with: $1) }
    var differences: [Real] = []
    for _ in 0..<3 {
      let theta = vector { $0.normal() }
      var apart = Tensor.zeros([50])
      var together = Tensor.zeros([50])
      let values = wells.map { $0.add(to: &apart, at: theta) }.reduce(0, +)
      differences.append(values - one.add(to: &together, at: theta))
      #expect((apart - together).norm <= 1e-5 * apart.norm)
    }
    for difference in differences {
      #expect(abs(difference - differences[0]) <= 1e-4 * abs(differences[0]))
    }
  }

  @Test("EWC's steepness is λ F about θ*, and its slope is that of λ/2 Σ F (θ − θ*)²")
  func ewcPenalty() throws {
    var run = try smallRun(EWC(lambda: 7), .class)
    try run.learnTask()
    let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
    let fisher = run.learner.fisher(.exact, of: run.stream[0].train, task: 0)
    #expect(well.centre == run.learner.theta)
    #expect((well.weight - 7 * fisher).norm <= 1e-6 * well.weight.norm)
    let theta = run.learner.theta + 0.01
    var slope = Tensor.zeros(theta.shape)
    _ = well.add(to: &slope, at: theta)
    let expected = gradient(at: theta) { theta in
      let away = theta - Variable(run.learner.theta)
      return 3.5 * (Variable(fisher) * away.squared).sum
    }
    #expect((slope - expected).norm <= 1e-4 * expected.norm)
  }

  @Test("online EWC sums decayed information about the last solution")
  func online() throws {
    var run = try smallRun(OnlineEWC(lambda: 2, gamma: 0.5), .class)
    try run.learnTask()
    let first = try #require(run.strategy.penalty(run.stream[0], run.learner))
    try run.learnTask()
    let second = try #require(run.strategy.penalty(run.stream[1], run.learner))
    let own = run.learner.fisher(.exact, of: run.stream[1].train, task: 1)
    let expected = 2 * own + 0.5 * first.weight
    #expect((second.weight - expected).norm <= 1e-5 * expected.norm)
    #expect(second.centre == run.learner.theta)
  }

  @Test("MAS on a linear network is the closed form mean |2 xᵢ fⱼ|")
  func linearMAS() throws {
    let stream = try TaskStream.split(prototypes(perClass: 5), tasks: 1, scenario: .class)
    let network = MLP(inputs: 36, hidden: [], outputs: 6)
    let learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 3)
    let data = stream[0].train
    let omega = learner.outputSensitivity(data, task: 0)[network.head.weight]
    let batch = Batch(data, Array(0..<data.count), task: 0)
    let scores = learner.scores(batch.inputs, task: nil)
    for (i, j) in [(0, 0), (7, 3), (35, 5)] {
      var expected: Real = 0
      for n in 0..<data.count { expected += abs(2 * batch.inputs[n, i] * scores[n, j]) }
      expected /= Real(data.count)
      #expect(abs(omega[i, j] - expected) <= 1e-4 * expected)
    }
  }

  @Test("the batch-mean variant of MAS is never above the per-sample one, for signs cancel")
  func meanMAS() throws {
    // Inputs of both signs, so that the samples' derivatives are as well.
    let data = try prototypes().preprocessed(Preprocessing(mean: 0.4, deviation: 0.2))
    let stream = try TaskStream.split(data, tasks: 1, scenario: .class)
    let network = MLP(inputs: 36, hidden: [16, 12], outputs: 6)
    func omega(_ average: MAS.Average) throws -> Tensor {
      let learner = Learner(network, Adam(rate: 0.01), for: stream, seed: 1)
      var run = try Run(
        MAS(lambda: 1, average: average), learner, on: stream,
        Training(iterations: 40, batchSize: 16), seed: 1)
      try run.finish()
      return try #require(run.strategy.penalty(stream[0], run.learner)).weight
    }
    let perSample = try omega(.perSample)
    // The variant also averages over the six outputs.
    let batchMean = try 6 * omega(.batchMean)
    for i in 0..<perSample.count { #expect(batchMean[i] <= perSample[i] * 1.001 + 1e-6) }
    #expect(batchMean.sum < 0.8 * perSample.sum)
  }

  @Test("SI's path integral is the fall of the loss, to first order in the step")
  func path() throws {
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .task, seed: 1)
    let network = MLP(inputs: 36, hidden: [16], outputs: 6)
    let learner = Learner(network, SGD(rate: 0.002), for: stream, seed: 1)
    // Whole-batch descent, so that every step lowers the one loss that is measured.
    var run = try Run(
      SI(strength: 0), learner, on: stream, Training(iterations: 200, batchSize: 80), seed: 1)
    let all = Batch(stream[0], Array(0..<80))
    func loss(_ learner: Learner) -> Real {
      learner.crossEntropy(all, at: Variable(learner.theta)).value.scalar
    }
    let before = loss(run.learner)
    for _ in 0..<201 { _ = try run.advance() }
    let progress = try #require(run.strategy as? SI).progress
    let fall = before - loss(run.learner)
    #expect(fall > 0.01)
    #expect(abs(progress - fall) <= 0.02 * fall, "Σω \(progress), fall \(fall)")
  }

  @Test("a weight that cannot matter has no importance: an input that is always 0, an idle unit")
  func idle() throws {
    // The right half of every image is black.
    let data = try prototypes()
    func dark(_ part: Dataset) throws -> Dataset {
      let store = part.store
      let pixels = store.pixels.enumerated().map { $0.offset % 6 < 3 ? $0.element : 0 }
      return Dataset(
        try ImageStore(
          name: store.name, height: 6, width: 6, pixels: pixels, labels: store.labels,
          classNames: store.classNames))
    }
    let images = try LabelledImages(
      name: "dark", train: dark(data.train), test: dark(data.test), origin: data.origin)
    let stream = try TaskStream.split(images, tasks: 3, scenario: .task)
    let network = MLP(inputs: 36, hidden: [16, 12], outputs: 6)
    for method in Self.family() where !(method is L2) {
      let learner = Learner(network, Adam(rate: 0.01), for: stream, seed: 1)
      var run = try Run(
        method, learner, on: stream, Training(iterations: 40, batchSize: 16), seed: 1)
      try run.learnTask()
      let well = try #require(run.strategy.penalty(stream[1], run.learner))
      let first = try #require(network.layout["hidden1.weight"])
      let steepness = well.weight[first]
      for pixel in 0..<36 where pixel % 6 >= 3 {
        #expect((0..<16).allSatisfy { steepness[pixel, $0] == 0 }, "\(method.name)")
      }
      #expect((0..<16).contains { steepness[0, $0] > 0 }, "\(method.name)")
    }
  }
}
