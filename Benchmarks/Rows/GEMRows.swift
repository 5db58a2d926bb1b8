import CLCore

/// A step of GEM on the fifth of five permutations: batch of 128, memories of 256 samples, SGD; against the
/// five gradients that it takes.
@Sendable func gemStep(_ name: String, _ setting: Setting) throws -> Row {
  let stream = try TaskStream.permuted(
    setting.images, tasks: 5, scenario: .domain, seed: 1, testPerTask: 100)
  let network = MLP(inputs: stream.inputSize, hidden: [400, 400], outputs: stream.outputs)
  var run = try Run(
    GEM(), Learner(network, SGD(rate: 0.1), for: stream, seed: 1), on: stream,
    Training(iterations: 100), seed: 1)
  for _ in 0..<4 { try run.learnTask() }
  let task = stream[4]
  let (begun, learner) = (run.strategy, run.learner)
  return Row(
    name: name, unit: .stepsPerSecond,
    ours: {
      var (method, learner) = (begun, learner)
      var order = Batches(count: task.train.count, size: 128, random: Random(seed: 1))
      func step() {
        let batch = Batch(task, order.next() ?? [])
        var context = Context(training: nil, learner.random)
        var (_, gradient) = valueAndGradient(at: learner.theta) {
          method.loss(batch, at: $0, task, learner, &context)
        }
        method.adjust(&gradient, task, &learner)
        learner.step(gradient)
      }
      for _ in 0..<10 { step() }
      return rate(stride: 1, step)
    },
    floor: {
      let memories = (0..<4).map { Batch(stream[$0], Array(0..<256)) }
      var order = Batches(count: task.train.count, size: 128, random: Random(seed: 1))
      return rate(stride: 1) {
        for batch in memories { _ = learner.gradient(batch) }
        _ = learner.gradient(Batch(task, order.next() ?? []))
      }
    },
    peer: setting.peers.map { peers in
      { try peers.figure("iters_per_s", from: "gem.py", ["--iters", "50", "--repeat", "1"]) }
    }, goals: [.peer(2), .floor(0.8, "gradients")])
}

/// GEM's quadratic programme for 19 old tasks, given the products of the gradients; beside the time of
/// those products, of 784-100-100-10 as the paper has it.
@Sendable func gemProgram(_ name: String, _ setting: Setting) throws -> Row {
  let (tasks, weights) = (19, 89_610)
  var random = Random(seed: 1)
  func numbers(_ count: Int) -> [Real] { (0..<count).map { _ in Real(random.normal()) } }
  let gradients = Tensor(numbers(tasks * weights), [tasks, weights])
  // Each row is opposed more or less.
  var gradient = Tensor(numbers(weights))
  for row in 0..<tasks {
    gradient.add(-Real(random.uniform()), gradients.part(from: row * weights, [weights]))
  }
  let column = gradient.reshaped([weights, 1])
  let gram = Tensor.product(gradients, gradients, transposeB: true)
  let products = Tensor.product(gradients, column).reshaped([tasks])
  return Row(
    name: name, unit: .microseconds,
    ours: { 1e6 / rate { _ = GEM.Margin.lowerBound(0).solution(gram, products) } },
    products: {
      1e6
        / rate(stride: 1) {
          _ = Tensor.product(gradients, gradients, transposeB: true)
          _ = Tensor.product(gradients, column)
        }
    }, goals: [.atMost(100)])
}
