import CLCore
import TestSupport
import Testing

@Suite("MAS")
struct MASTests {
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
      let penalty = try #require(run.strategy.penalty(stream[0], run.learner))
      return penalty.weight
    }
    let perSample = try omega(.perSample)
    // The variant also averages over the six outputs.
    let batchMean = try 6 * omega(.batchMean)
    for i in 0..<perSample.count { #expect(batchMean[i] <= perSample[i] * 1.001 + 1e-6) }
    #expect(batchMean.sum < 0.8 * perSample.sum)
  }

  @Test("sums Ω over tasks about the last solution, without a ½")
  func penalty() throws {
    var run = try smallRun(MAS(lambda: 2), .task)
    var omega = Tensor.zeros(run.learner.theta.shape)
    for task in 0..<2 {
      try run.learnTask()
      omega += run.learner.outputSensitivity(run.stream[task].train, task: task)
    }
    let well = try #require(run.strategy.penalty(run.stream[2], run.learner))
    #expect((well.weight - 4 * omega).norm <= 1e-5 * well.weight.norm)
    expectSameBits(well.centre, run.learner.theta, "θ")
  }

  @Test("as in Hsu et al. is |∂ mean f²|, the mean over a batch and the outputs, summed over tasks")
  func hsu2018() throws {
    var run = try smallRun(MAS.hsu2018(lambda: 2), .task)
    var omega = Tensor.zeros(run.learner.theta.shape)
    for task in 0..<2 {
      try run.learnTask()
      let batch = Batch(run.stream[task], Array(0..<80))
      let outputs = run.stream[task].classes
      omega +=
        gradient(at: run.learner.theta) {
          run.learner.network(Variable(batch.inputs), at: $0, task: task).columns(outputs)
            .squared.mean
        }.magnitude
    }
    let well = try #require(run.strategy.penalty(run.stream[2], run.learner))
    #expect((well.weight - 4 * omega).norm <= 1e-5 * well.weight.norm)
    expectSameBits(well.centre, run.learner.theta, "θ")
  }
}
