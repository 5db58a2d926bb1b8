import CLCore

// Trains each method that learns to learn for a few steps on two families of sinusoids and prints a line per method
// and seed: a checksum of the weights and the last loss, exactly. `Scripts/same-bits` compiles it against a build's
// CLCore, so only what is public is used. The command line has no lifelong MAML to run instead.

let methods: [(name: String, method: any MetaStrategy)] = [
  ("pretraining", Pretraining()),
  ("maml", MAML()),
  ("fomaml", MAML(order: .first)),
  ("reptile", Reptile()),
  ("lifelong-maml", LifelongMAML(lambda: 0.9)),
  ("lifelong-maml-of-current-task", LifelongMAML(lambda: 0.9, judged: .ofCurrentTask)),
]
let families = [
  Sinusoids(name: "small", amplitudes: 0.1...2), Sinusoids(name: "large", amplitudes: 2...5),
]

for (name, method) in methods {
  for seed: UInt64 in 0...1 {
    let network = MLP(inputs: 1, hidden: [40, 40], outputs: 1)
    var run = MetaRun(
      method, Learner(network, Adam(rate: 1e-3), seed: seed), on: families,
      MetaTraining(iterations: 20, tasks: 10), seed: seed)
    var last: Real = 0
    while let event = try run.advance() {
      if case .stepped(_, _, let loss) = event { last = loss }
    }
    print(name, seed, checksum(run.learner.theta), last)
  }
}

/// FNV-1a over the bits of a tensor's numbers.
func checksum(_ tensor: Tensor) -> UInt64 {
  tensor.values.reduce(0xcbf2_9ce4_8422_2325) { hash, number in
    (hash ^ UInt64(number.bitPattern)) &* 0x100_0000_01b3
  }
}
