import CLCore

/// Six classes of 6×6 images: a random prototype each, with noise. Small enough that a run takes
/// milliseconds, hard enough that methods differ.
func prototypes(seed: UInt64 = 1, perClass: Int = 40) throws -> LabelledImages {
  var random = Random(seed: seed, "prototypes")
  let classes = (0..<6).map { _ in (0..<36).map { _ in random.uniform() * 110 } }
  func store(_ name: String) throws -> Dataset {
    var pixels: [UInt8] = []
    var labels: [Int] = []
    for i in 0..<6 * perClass {
      labels.append(i % 6)
      pixels += classes[i % 6].map { UInt8($0 + random.uniform() * 145) }
    }
    return Dataset(
      try ImageStore(
        name: name, height: 6, width: 6, pixels: pixels, labels: labels,
        classNames: ["a", "b", "c", "d", "e", "f"]))
  }
  return try LabelledImages(
    name: "prototypes", train: store("train"), test: store("test"), origin: .drawn(seed: seed))
}

/// Three tasks of two classes and a learner for them.
func smallRun(
  _ strategy: any Strategy, _ scenario: Scenario, optimizer: any Optimizer = Adam(rate: 0.01),
  training: Training = Training(iterations: 40, batchSize: 16), seed: UInt64 = 1
) throws -> Run {
  let stream = try TaskStream.split(prototypes(), tasks: 3, scenario: scenario, seed: seed)
  let network = MLP(inputs: 36, hidden: [16, 12], outputs: stream.outputs)
  let learner = Learner(network, optimizer, for: stream, seed: seed)
  return try Run(strategy, learner, on: stream, training, seed: seed)
}
