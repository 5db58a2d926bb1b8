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

  @Test("every penalty's slope is the difference of its value, which for a parabola is exact")
  func slope() throws {
    var random = Random(seed: 2, "directions")
    for method in Self.family() {
      var run = try smallRun(method, .task)
      try run.learnTask()
      try run.learnTask()
      let theta = run.learner.theta
      let well = try #require(run.strategy.penalty(run.stream[2], run.learner))
      func value(_ theta: Tensor) -> (Double, Tensor) {
        var slope = Tensor.zeros(theta.shape)
        let value = well.add(to: &slope, at: theta)
        return (Double(value), slope)
      }
      for _ in 0..<3 {
        let place = theta + random.tensor(theta.shape)
        let step = random.tensor(theta.shape)
        let difference = value(place + step).0 - value(place - step).0
        let expected = 2 * Double(value(place).1.dot(step))
        let scale = value(place + step).0 + value(place - step).0
        #expect(scale > 0 && abs(difference - expected) <= 1e-5 * scale, "\(method.name)")
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
