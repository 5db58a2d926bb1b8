import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Regularisation")
struct RegularizationTests {
  /// Every method of the family with a strength that works on the small problem.
  private static func family(_ strength: Double = 1) -> [any Strategy] {
    [
      EWC(lambda: 3 * strength), EWC(lambda: 9 * strength, fisher: .empirical),
      EWC(lambda: 3 * strength, fisher: .sampled), EWC(lambda: 60 * strength, fisher: .batched(16)),
      OnlineEWC(lambda: 3 * strength), L2(lambda: 0.03 * strength), MAS(lambda: 0.01 * strength),
      MAS.hsu2018(lambda: 0.3 * strength), SI(strength: strength),
      RWalk(lambda: 0.3 * strength), SCP(lambda: 0.3 * strength),
      SCP(lambda: 0.3 * strength, slices: 20),
    ]
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

  @Test("holds those weights hardest whose change raises the loss of the task most")
  func right() throws {
    var random = Random(seed: 3, "changes")
    for method in Self.family() where !(method is L2) {
      var run = try smallRun(method, .task)
      try run.learnTask()
      let learner = run.learner
      let all = Batch(run.stream[0], Array(0..<80))
      func loss(_ theta: Tensor) -> Double {
        Double(learner.crossEntropy(all, at: Variable(theta)).value.scalar)
      }
      /// How far noise on these weights raises the loss, in the mean over draws of it.
      func rise(_ places: some Collection<Int>) -> Double {
        let rises = (0..<20).map { _ in
          var theta = learner.theta
          for i in places { theta[i] += Real(0.2 * random.normal()) }
          return loss(theta) - loss(learner.theta)
        }
        return rises.reduce(0, +) / 20
      }
      let penalty = try #require(run.strategy.penalty(run.stream[1], learner))
      let held = (0..<penalty.weight.count).filter { penalty.weight[$0] > 0 }
      let hardest = held.sorted { penalty.weight[$0] > penalty.weight[$1] }
      let tenth = held.count / 10
      let found = rise(hardest.prefix(tenth))
      // What importances that belong to other weights would hold.
      let wrong = rise(random.permutation(held.count).prefix(tenth).map { held[$0] })
      #expect(found > 2 * wrong, "\(method.name): \(found) against \(wrong)")
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

  /// What a method's paper writes as its penalty after some tasks, by an importance of each task at its solution.
  private struct Formula: Sendable {
    let method: any Strategy
    /// What stands before the sum: λ/2 or λ.
    let factor: Double
    /// Whether every task has a centre of its own, or all the last one's.
    var centres = false
    let importance: @Sendable (Learner, Experience) -> Tensor

    /// Σₖ factor Σᵢ Ωᵢ⁽ᵏ⁾ (θᵢ − cᵢ)², in double precision.
    func value(_ theta: Tensor, _ past: [(importance: Tensor, solution: Tensor)]) -> Double {
      let last = past[past.count - 1].solution
      return factor
        * past.reduce(0.0) { sum, task in
          let centre = centres ? task.solution : last
          return (0..<theta.count).reduce(sum) { sum, i in
            let away = Double(theta[i]) - Double(centre[i])
            return sum + Double(task.importance[i]) * away * away
          }
        }
    }
  }

  private static let formulas: [Formula] = [
    Formula(method: EWC(lambda: 3), factor: 1.5, centres: true) { $0.fisher(.exact, of: $1) },
    Formula(method: EWC(lambda: 9, fisher: .empirical), factor: 4.5, centres: true) {
      $0.fisher(.empirical, of: $1)
    },
    Formula(method: EWC(lambda: 3, fisher: .sampled), factor: 1.5, centres: true) {
      $0.fisher(.sampled, of: $1)
    },
    Formula(method: EWC(lambda: 60, fisher: .batched(16)), factor: 30, centres: true) {
      $0.fisher(.batched(16), of: $1)
    },
    Formula(method: EWC(lambda: 3, samples: 20), factor: 1.5, centres: true) {
      $0.fisher(.exact, of: $0.samples(of: $1, 20), task: $1.index)
    },
    Formula(method: OnlineEWC(lambda: 3), factor: 1.5) { $0.fisher(.exact, of: $1) },
    // Summed over the tasks: 1 for each weight below the head, and for those into outputs that have had data.
    Formula(method: L2(lambda: 0.03), factor: 0.015) {
      $0.network.layout.mask(body: $1.index == 0 ? 1 : 0, outputs: [$1.classes])
    },
    Formula(method: MAS(lambda: 0.01), factor: 0.01) {
      $0.outputSensitivity($1.train, task: $1.index)
    },
    Formula(method: SCP(lambda: 0.3), factor: 0.3) {
      $0.responseSensitivity($1.train, task: $1.index)
    },
    Formula(method: SCP(lambda: 0.3, slices: 20), factor: 0.3) {
      $0.responseSensitivity($1.train, task: $1.index, slices: 20)
    },
  ]

  @Test(
    "the slope is the central difference of the penalty that the paper writes, with its ½ or without"
  )
  func slope() throws {
    var random = Random(seed: 2, "directions")
    for formula in Self.formulas {
      var run = try smallRun(formula.method, .task)
      var past: [(importance: Tensor, solution: Tensor)] = []
      for task in run.stream.prefix(2) {
        try run.learnTask()
        past.append((formula.importance(run.learner, task), run.learner.theta))
      }
      let penalty = try #require(run.strategy.penalty(run.stream[2], run.learner))
      for _ in 0..<3 {
        let place = run.learner.theta + random.tensor(run.learner.theta.shape)
        let step = random.tensor(place.shape)
        var slope = Tensor.zeros(place.shape)
        _ = penalty.add(to: &slope, at: place)
        // For a parabola a central difference is exact.
        let (above, below) = (formula.value(place + step, past), formula.value(place - step, past))
        let expected = 2 * Double(slope.dot(step))
        #expect(
          above > 0 && abs(above - below - expected) <= 1e-4 * (above + below),
          "\(formula.method.name): \(above - below) for \(expected)")
      }
    }
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
