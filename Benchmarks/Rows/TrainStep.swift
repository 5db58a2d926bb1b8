import CFloor
import CLCore

/// A step of training as `Run` makes it: drawing a batch, gathering it from bytes, loss, gradient,
/// optimiser.
struct TrainStep: Sendable {
  var hidden = 400
  var batch = 128
  var optimizer: any Optimizer = Adam(rate: 1e-3)
  var threads = 1
  /// How many steps the peer is given.
  var peerSteps = 300

  /// The protocol of the paper on GEM: 784-100-100-10, batches of 10, gradient descent.
  static let small = TrainStep(hidden: 100, batch: 10, optimizer: SGD(rate: 0.1), peerSteps: 2000)

  func row(goals: [Goal]) -> MakeRow {
    { name, setting in
      let begun = try run(on: setting.images)
      let floor = try Floor(work(inputs: begun.stream.inputSize))
      return Row(
        name: name, unit: .stepsPerSecond,
        ours: {
          try Cores.$perProduct.withValue(threads) { try stepsPerSecond(goingOnFrom: begun) }
        },
        products: floor.products, floor: floor.fused, peer: peer(setting.peers), goals: goals)
    }
  }

  /// How fast a run goes on once it has begun.
  func stepsPerSecond(goingOnFrom begun: Run) throws -> Double {
    var run = begun
    for _ in 0..<20 { _ = try run.advance() }
    return try rate { _ = try run.advance() }
  }

  /// A run of fine-tuning on one task without end, so that no test falls among the steps.
  ///
  /// Each measurement goes on from a copy of it and so trains the same steps.
  func run(on images: LabelledImages, seed: UInt64 = 1) throws -> Run {
    let stream = try TaskStream.split(images, tasks: 1, scenario: .class, testPerTask: 100)
    let network = MLP(
      inputs: stream.inputSize, hidden: [hidden, hidden], outputs: stream.outputs)
    return try Run(
      FineTuning(), Learner(network, optimizer, for: stream, seed: seed), on: stream,
      Training(iterations: .max, batchSize: batch), seed: seed)
  }

  /// A learner after as many steps as PyTorch's network has had before its Fisher information is timed
  /// (at random weights no output is certain), and the first so many of its samples.
  func trained(on images: LabelledImages, samples: Int) throws -> (Learner, Dataset) {
    var run = try run(on: images)
    for _ in 0..<200 { _ = try run.advance() }
    return (run.learner, run.stream[0].train.prefix(samples))
  }

  private func work(inputs: Int) -> cf_work {
    cf_work(
      batch: batch, inputs: inputs, hidden: hidden, outputs: 10, adam: optimizer is Adam ? 1 : 0,
      threads: Int32(threads))
  }

  func peer(_ peers: Peers?) -> Row.Measure? {
    guard let peers else { return nil }
    let kind = optimizer is Adam ? ["--adam", "fused"] : ["--opt", "sgd"]
    return {
      try peers.figure(
        "iters_per_s", from: "mlp.py",
        kind + [
          "--threads", "\(threads)", "--batch", "\(batch)", "--iters", "\(peerSteps)", "--repeat",
          "1",
        ],
        prologue: "import common; common.mlp.__defaults__ = ((784, \(hidden), \(hidden), 10),)")
    }
  }
}
