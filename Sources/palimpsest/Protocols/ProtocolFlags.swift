import ArgumentParser
import CLCore

/// A protocol as flags. What is left out is as in `--config`, or standard.
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
    help:
      "The images: mnist, fashion-mnist, glyphs, or folder:PATH with a folder of PNG files for each class.",
    completion: .list(DatasetChoice.named.map(\.text)))
  package var data: String?

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

  @Option(
    help:
      "How many seeds, such as 5 (0 to 4), or which: 2-6, or 1,4, or 3, with its comma for 3 alone."
  )
  package var seeds: String?

  @OptionGroup package var parts: PartFlags
}
