import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Projection")
struct ProjectionTests {
  /// Every method of the family with a memory of about this many samples.
  private static func family(_ samples: Int = 20) -> [any Strategy] {
    [
      GEM(samplesPerTask: samples), GEM(samplesPerTask: samples, margin: .added(0.1)),
      AGEM(.balanced(.each(samples / 2)), batchSize: 16), AGEM(.reservoir(samples), batchSize: 16),
      SGEM(samplesPerTask: samples),
    ]
  }

  @Test("forgets less than fine-tuning: average accuracy is higher by at least 0.1")
  func keeps() throws {
    func reached(_ method: any Strategy) throws -> Double {
      var run = try smallRun(method, .class, optimizer: SGD(rate: 0.1))
      try run.finish()
      return try #require(run.matrix.averageAccuracy)
    }
    let floor = try reached(FineTuning())
    for method in Self.family() {
      let accuracy = try reached(method)
      #expect(accuracy > floor + 0.1, "\(method.name): \(accuracy) against \(floor)")
    }
  }

  @Test("a ring buffer holds the latest samples of each task")
  func ring() throws {
    let training = Training(epochs: 1, batchSize: 7)
    var spied = try smallRun(Spy(), .class, training: training)
    try spied.finish()
    let met = try #require(spied.strategy as? Spy).inputs
    var run = try smallRun(GEM(samplesPerTask: 10), .class, training: training)
    try run.finish()
    let memory = try #require(run.strategy as? GEM).memory
    #expect(memory.count == 30)
    for task in 0..<3 {
      let kept = memory.batch(of: .task(task)).inputs
      let rows = Set((0..<10).map { kept.rows($0..<$0 + 1).values })
      #expect(rows == Set(met[task].suffix(10)))
    }
  }

  @Test("an old task's gradient is taken over its own outputs")
  func ownOutputs() throws {
    // Without hidden layers the tasks' outputs have no weight in common, so no gradient can oppose another's.
    let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: .task, seed: 1)
    func learnt(_ method: any Strategy) throws -> Run {
      let network = MLP(inputs: 36, hidden: [], outputs: stream.outputs)
      let learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 1)
      var run = try Run(
        method, learner, on: stream, Training(iterations: 40, batchSize: 16), seed: 1)
      try run.finish()
      return run
    }
    let plain = try learnt(FineTuning())
    for method in Self.family() {
      let run = try learnt(method)
      expectSameBits(run.learner.theta, plain.learner.theta, method.name)
    }
  }

  @Test("counts the steps at which a constraint was violated")
  func violations() throws {
    var run = try smallRun(GEM(samplesPerTask: 20), .class)
    try run.finish()
    let counted = try #require(run.strategy as? GEM).violations
    #expect(counted[0] == Violations.Count() && counted[0].share == nil)
    for task in 1..<3 {
      let count = counted[task]
      #expect(count.steps == 40 && (1...40).contains(count.projected))
      #expect(Set(count.ofTask.keys).isSubset(of: Set(0..<task)))
      #expect(count.ofTask.values.allSatisfy { $0 <= count.projected })
      #expect(count.ofTask.values.reduce(0, +) >= count.projected)
      #expect(count.share == Double(count.projected) / 40)
    }
    var drawn = try smallRun(SGEM(samplesPerTask: 20), .class)
    try drawn.finish()
    let last = try #require(drawn.strategy as? SGEM).violations[2]
    #expect(last.ofTask.values.reduce(0, +) == last.projected)
    // Both old tasks are drawn.
    #expect(last.ofTask.count == 2)
  }
}

/// Fine-tuning that remembers what it was given, by task.
private struct Spy: Strategy {
  var name: String { "spy" }
  var inputs: [[[Real]]] = []

  mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    if inputs.count == task.index { inputs.append([]) }
    inputs[task.index] += (0..<batch.count).map { batch.inputs.rows($0..<$0 + 1).values }
  }
}
