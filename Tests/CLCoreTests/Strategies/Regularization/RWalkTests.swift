import CLCore
import TestSupport
import Testing

@Suite("Riemannian walk")
struct RWalkTests {
  private let tolerance = MemoryLayout<Real>.size == 8 ? 1e-12 : 1e-4

  /// F and s after the windows of one task by the definition, from F before it, if there was one.
  private func byHand(
    _ walk: ScriptedWalk, windows: [Range<Int>], fisher before: [Double]?, _ method: RWalk
  ) -> (fisher: [Double], score: [Double]) {
    let count = walk.gradients[0].count
    var fisher = before
    var score = [Double](repeating: 0, count: count)
    for window in windows {
      let means = (0..<count).map { i in
        window.map { Double(walk.gradients[$0][i] * walk.gradients[$0][i]) }.reduce(0, +)
          / Double(window.count)
      }
      // The distance is measured by F as it was before the window.
      let known = fisher ?? means
      for i in 0..<count {
        let moved = walk.distance(i, window)
        score[i] +=
          max(0, walk.descent(i, window)) / (0.5 * known[i] * moved * moved + method.epsilon)
      }
      fisher = zip(means, known).map { method.alpha * $0 + (1 - method.alpha) * $1 }
    }
    return (fisher ?? [], score)
  }

  private func normalised(_ x: [Double]) throws -> [Double] {
    let low = try #require(x.min())
    let high = try #require(x.max())
    return x.map { ($0 - low) / (high - low) }
  }

  @Test("two tasks agree with F, s and the penalty worked out by hand")
  func byHand() throws {
    let stream = try TaskStream.split(prototypes(perClass: 2), tasks: 2, scenario: .domain)
    let network = MLP(inputs: 36, hidden: [], outputs: stream.outputs)
    var learner = Learner(network, SGD(rate: 0.1), for: stream, seed: 1)
    var method = RWalk(lambda: 3, alpha: 0.7, window: 3, epsilon: 0.01)
    // Seven steps: two whole windows and one of a single step.
    let first = ScriptedWalk(from: learner.theta, steps: 7, seed: 1)
    first.lead(&method, stream[0], &learner)
    let a = byHand(first, windows: [0..<3, 3..<6, 6..<7], fisher: nil, method)
    try expectClose(#require(method.fisher), Tensor(a.fisher.map { Real($0) }), tolerance)
    // The first task's score is not halved.
    try expectClose(#require(method.score), Tensor(a.score.map { Real($0) }), tolerance)
    try expectWell(method, stream[1], learner, a)

    let second = ScriptedWalk(from: learner.theta, steps: 6, seed: 2)
    second.lead(&method, stream[1], &learner)
    let b = byHand(second, windows: [0..<3, 3..<6], fisher: a.fisher, method)
    let halved = zip(a.score, b.score).map { ($0 + $1) / 2 }
    try expectClose(#require(method.score), Tensor(halved.map { Real($0) }), tolerance)
    try expectWell(method, stream[1], learner, (b.fisher, halved))
  }

  private func expectWell(
    _ method: RWalk, _ task: Experience, _ learner: Learner,
    _ importance: (fisher: [Double], score: [Double])
  ) throws {
    let well = try #require(method.penalty(task, learner))
    let shares = zip(try normalised(importance.fisher), try normalised(importance.score))
    // λ without a ½ is a well of 2 λ.
    expectClose(well.weight, Tensor(shares.map { Real(6 * ($0 + $1)) }), tolerance)
    expectSameBits(well.centre, learner.theta, "θ")
  }

  @Test("a task of fewer steps than a window is not lost")
  func shortTask() throws {
    let short = Training(iterations: 4, batchSize: 16)
    var run = try smallRun(RWalk(lambda: 1, window: 10), .task, training: short)
    try run.learnTask()
    let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
    #expect(well.weight.sum > 0)
  }
}
