import CLCore
import TestSupport
import Testing

@Suite("Synaptic intelligence")
struct SITests {
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

  @Test("Ω agrees with one worked out by hand over two tasks; a weight that went uphill has none")
  func byHand() throws {
    let stream = try TaskStream.split(prototypes(perClass: 2), tasks: 2, scenario: .domain)
    let network = MLP(inputs: 36, hidden: [], outputs: stream.outputs)
    var learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 1)
    var method = SI(strength: 3, xi: 0.2)
    var expected = [Double](repeating: 0, count: learner.theta.count)
    var uphill = 0
    for task in stream {
      let steps = 0..<3
      let walk = ScriptedWalk(from: learner.theta, steps: 3, seed: UInt64(task.index))
      walk.lead(&method, task, &learner)
      for i in expected.indices {
        let moved = walk.distance(i, steps)
        expected[i] += max(0, walk.descent(i, steps)) / (moved * moved + 0.2)
        if walk.descent(i, steps) < 0 { uphill += 1 }
      }
    }
    #expect(uphill > 0)
    let well = try #require(method.penalty(stream[1], learner))
    expectClose(
      well.weight, Tensor(expected.map { Real(6 * $0) }),
      MemoryLayout<Real>.size == 8 ? 1e-12 : 1e-4)
    expectSameBits(well.centre, learner.theta, "θ")
  }
}
