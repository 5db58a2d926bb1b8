import CLCore

/// A meta-step of second-order MAML on sinusoids: 25 tasks of 10 samples and 10 more, a 1-40-40-1
/// perceptron, one inner step, Adam. PyTorch's is `torch.func` over all tasks at once, compiled.
@Sendable func mamlSinusoid(_ name: String, _ setting: Setting) throws -> Row {
  let network = MLP(inputs: 1, hidden: [40, 40], outputs: 1)
  let begun = MetaRun(
    MAML(), Learner(network, Adam(rate: 1e-3), seed: 1), on: [Sinusoids()],
    MetaTraining(iterations: .max), seed: 1)
  return Row(
    name: name, unit: .stepsPerSecond,
    ours: {
      var run = begun
      for _ in 0..<20 { _ = try run.advance() }
      return try rate { _ = try run.advance() }
    },
    peer: setting.peers.map { peers in
      {
        try peers.figure(
          "meta_iters_per_s", from: "maml.py",
          ["--variant", "func", "--compile", "--iters", "500", "--repeat", "1"])
      }
    }, goals: [.peer(1.3)], rounds: 3)
}
