import CLCore
import TestSupport
import Testing

@Suite("Sliced Cramér preservation")
struct SCPTests {
  private func learner(
    hidden: [Int], _ scenario: Scenario = .class, tasks: Int = 1
  ) throws -> (Learner, TaskStream) {
    let stream = try TaskStream.split(prototypes(), tasks: tasks, scenario: scenario)
    let network = MLP(inputs: 36, hidden: hidden, outputs: stream.outputs, activation: .tanh)
    return (Learner(network, SGD(rate: 0.1), for: stream, seed: 3), stream)
  }

  private let tolerance = MemoryLayout<Real>.size == 8 ? 1e-12 : 1e-5

  @Test("on a linear network is the closed form: a batch's mean input squared, over K")
  func linear() throws {
    let (learner, stream) = try learner(hidden: [])
    let data = stream[0].train
    let mean = Batch(data, Array(0..<data.count), task: 0).inputs.summed(to: [36])
    let squared = (mean / Real(data.count)).squared / 6
    let gamma = learner.responseSensitivity(data, task: 0, batchSize: data.count)
    let weight = try #require(learner.network.layout["head.weight"])
    let bias = try #require(learner.network.layout["head.bias"])
    expectClose(gamma[weight], squared.reshaped([36, 1]).broadcast(to: [36, 6]), tolerance)
    expectClose(gamma[bias], Tensor(repeating: 1 / 6, [6]), tolerance)
  }

  @Test("is the squared derivative of each output's mean over a batch, batches counting by samples")
  func definition() throws {
    let (learner, stream) = try learner(hidden: [9, 8], .task, tasks: 3)
    let data = stream[1].train
    var expected = Tensor.zeros(learner.theta.shape)
    for range in [0..<50, 50..<80] {
      let batch = Batch(data, Array(range), task: 1)
      for output in stream[1].classes {
        let slope = gradient(at: learner.theta) {
          learner.network(Variable(batch.inputs), at: $0, task: 1).columns(output..<output + 1)
            .mean
        }
        expected.add(Real(range.count) / 80 / 2, slope.squared)
      }
    }
    expectClose(learner.responseSensitivity(data, task: 1, batchSize: 50), expected, tolerance)
  }

  /// For ξ uniform on the sphere of R^K and any v, (ξ·v)² has mean ‖v‖²/K and a relative variance of
  /// 2(K − 1)/(K + 2); L slices divide it by L.
  @Test("drawn slices scatter about their expectation by the law of L slices", arguments: [5, 80])
  func rate(slices: Int) throws {
    var (learner, stream) = try learner(hidden: [9, 8])
    let data = stream[0].train.prefix(40)
    let exact = learner.responseSensitivity(data, task: 0)
    let seen = (0..<exact.count).filter { exact[$0] > 1e-3 * exact.norm }
    let draws = 200
    var scatter = 0.0
    var shift = 0.0
    for draw in 0..<draws {
      learner.random = Random(seed: 7, "draws", draw)
      let drawn = learner.responseSensitivity(data, task: 0, slices: slices)
      let off = seen.map { Double(drawn[$0] / exact[$0]) - 1 }
      scatter += off.map { $0 * $0 }.reduce(0, +) / Double(off.count)
      shift += off.reduce(0, +) / Double(off.count)
    }
    let variance = 2.0 * 5 / 8 / Double(slices)
    let found = scatter / Double(draws)
    #expect(abs(found / variance - 1) < 0.2, "\(found) against \(variance)")
    #expect(abs(shift / Double(draws)) < 4 * (variance / Double(draws)).squareRoot())
  }

  @Test("draws the same slices for the same learner and task, and uses up none of its numbers")
  func again() throws {
    var (learner, stream) = try learner(hidden: [9])
    let data = stream[0].train
    let before = learner.random
    let first = learner.responseSensitivity(data, task: 0, slices: 3)
    expectSameBits(learner.responseSensitivity(data, task: 0, slices: 3), first, "3 slices")
    #expect(learner.random == before)
    learner.random = Random(seed: 6)
    #expect(learner.responseSensitivity(data, task: 0, slices: 3) != first)
  }

  @Test("sums Γ over tasks about the last solution, without a ½")
  func penalty() throws {
    var run = try smallRun(SCP(lambda: 2), .task)
    var gamma = Tensor.zeros(run.learner.theta.shape)
    for task in 0..<2 {
      try run.learnTask()
      gamma += run.learner.responseSensitivity(run.stream[task].train, task: task)
    }
    let well = try #require(run.strategy.penalty(run.stream[2], run.learner))
    expectClose(well.weight, 4 * gamma, tolerance)
    expectSameBits(well.centre, run.learner.theta, "θ")
  }
}
