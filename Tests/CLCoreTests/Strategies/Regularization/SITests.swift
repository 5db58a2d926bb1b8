import CLCore
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
}
