import ArgumentParser
import CLCore

/// Every part of a protocol as a flag. What is left out is as in `--config`, or standard.
package struct ProtocolFlags: ParsableArguments {
  package init() {}

  @Option(
    help: "A protocol as JSON, such as the config.json of an earlier run; flags change it.",
    completion: .file(extensions: ["json"]))
  package var config: String?

  @Option(
    help: "The method, or several, such as gem,replay; `palimpsest methods` lists them.",
    completion: .list(Kinds.commandLine.methods.map { $0.about.key }))
  package var method: String?

  @Option(name: .customLong("set"), help: "A setting of the method: name=value. May be repeated.")
  package var settings: [String] = []

  @Option(
    help: "The images: mnist, fashion-mnist or glyphs.", completion: .cases(DatasetChoice.self))
  package var data: String?

  @Option(
    help: "How tasks are made of them: split, permuted or rotated.",
    completion: .cases(StreamKind.self))
  package var stream: String?

  @Option(help: "How many tasks.")
  package var tasks: Int?

  @Option(help: "How many of them, the first, are kept for choosing settings (see `search`).")
  package var heldBack: Int?

  @Option(
    help: "What is told at test time: task, domain or class.", completion: .cases(Scenario.self))
  package var scenario: String?

  @Option(
    help: "split: shuffled (by the seed), natural, or an order such as 3,1,4,0,…",
    completion: .list(["shuffled", "natural"]))
  package var classes: String?

  @Option(help: "rotated: the angle of each task, such as 0,30,60; drawn by the seed if left out.")
  package var degrees: String?

  @Flag(inversion: .prefixedNo, help: "permuted: the first task sees the images as they are.")
  package var firstAsIs: Bool?

  @Flag(
    inversion: .prefixedNo, help: "permuted, rotated, scenario task: tasks share their outputs.")
  package var sharedOutputs: Bool?

  @Option(help: "Random training samples of a task; all if left out.")
  package var trainPerTask: Int?

  @Option(help: "Random test samples of a task; all if left out.")
  package var testPerTask: Int?

  @Option(
    help: "Scenario class: all outputs compete, those of classes seen, or of the own task.",
    completion: .cases(ActiveOutputs.self))
  package var activeOutputs: String?

  @Option(help: "Steps a task; 2000 unless --epochs is given.")
  package var iterations: Int?

  @Option(help: "Passes over a task's training samples.")
  package var epochs: Int?

  @Option(help: "Samples a step.")
  package var batch: Int?

  @Option(help: "Kept samples a step: the same as --set replay-batch=….")
  package var replayBatch: Int?

  @Option(
    help: "sgd, momentum, adagrad, rmsprop or adam.",
    completion: .list(Kinds.library.configurableOptimizers.map { $0.about.key }))
  package var optimizer: String?

  @Option(help: "The learning rate: the same as --optimizer-set rate=….")
  package var lr: Double?

  @Option(
    name: .customLong("optimizer-set"),
    help: "A setting of the optimiser: name=value, such as beta2=0.99. May be repeated.")
  package var optimizerSettings: [String] = []

  @Flag(inversion: .prefixedNo, help: "The optimiser forgets its state when a task begins.")
  package var resetOptimizer: Bool?

  @Option(help: "Widths of the hidden layers, such as 400,400; none for a linear network.")
  package var hidden: String?

  @Option(help: "relu, tanh or sigmoid.", completion: .cases(Activation.self))
  package var activation: String?

  @Option(
    help: "How weights start: fan-in, within 1/√inputs, or glorot, with biases 0.",
    completion: .cases(Initialisation.self))
  package var initialisation: String?

  @Option(help: "Black pixels added on each side.")
  package var padding: Int?

  @Option(help: "Taken from every pixel, once it lies in [0, 1].")
  package var mean: Double?

  @Option(help: "What the difference is divided by.")
  package var deviation: Double?

  @Option(
    help:
      "How many seeds, such as 5 (0 to 4), or which: 2-6, or 1,4, or 3, with its comma for 3 alone."
  )
  package var seeds: String?

  @Option(help: "Measure the accuracies after every so many steps of a task too.")
  package var evaluateEvery: Int?

  @Option(help: "On how many test samples of each task they are measured in between.")
  package var evaluateOn: Int?
}

extension CompletionKind {
  /// The words that a choice can be.
  fileprivate static func cases<Choice: CaseIterable & RawRepresentable>(
    _ choice: Choice.Type
  ) -> CompletionKind where Choice.RawValue == String {
    .list(choice.allCases.map(\.rawValue))
  }
}
