import CLCore

/// A part of a protocol in words.
package struct ProtocolPart: Sendable, Codable, Equatable {
  package let part: String
  package let text: String
}

extension Attempt {
  /// Every part of the protocol, as it is about to be run.
  package var protocolParts: [ProtocolPart] {
    let parts = [
      ("paper", reproduction.paper),
      ("data", "\(images)"),
      ("preprocessing", preprocessing),
      ("stream", stream),
      ("scenarios", scenarios),
      ("network", network),
      ("training", trainingText),
      ("optimiser", optimizer),
      ("measure", "average test accuracy over all tasks after the last, in %"),
      ("seeds", reproduction.seeds.seedText + "; all that is drawn comes from the seed"),
      ("settings", reproduction.choice),
    ]
    return (parts + methods).map { ProtocolPart(part: $0, text: $1) }
  }

  private var preprocessing: String {
    let done = reproduction.experiment.preprocessing
    return [
      "pixels / 255",
      done.padding > 0
        ? "\(done.padding) black pixels added on each side: \(images.train.height)×\(images.train.width)"
        : nil,
      done == .unit || (done.mean == 0 && done.deviation == 1)
        ? nil : "then (x − \(done.mean)) / \(done.deviation)",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private var stream: String {
    let order =
      switch (reproduction.experiment.stream, reproduction.experiment.classes) {
      case (.permuted, _): "the pixels in an order of its own for each task and seed"
      case (_, .natural): "in their natural order"
      default:
        reproduction.seeds.allSatisfy { reproduction.orders[$0] != nil }
          ? "dealt out anew for each seed, as the paper's program did"
          : "dealt out anew for each seed"
      }
    let samples = reproduction.experiment.trainPerTask.map { ", \($0) training samples each" } ?? ""
    return "\(reproduction.experiment.tasks) tasks of \(classesPerTask) classes, \(order)\(samples)"
  }

  private var isPermuted: Bool { reproduction.experiment.stream == .permuted }

  private var classesPerTask: Int {
    let classes = images.classNames.count
    return isPermuted ? classes : classes / reproduction.experiment.tasks
  }

  private var scenarios: String {
    let own = classesPerTask
    return reproduction.scenarios.map { scenario in
      switch scenario {
      case .task where isPermuted:
        "task (told which task; the same \(own) outputs for all tasks)"
      case .task: "task (told which task: its \(own) outputs compete)"
      case .domain: "domain (the same \(own) outputs for all tasks)"
      case .class: "class (all \(images.classNames.count) outputs compete, from the start)"
      }
    }.joined(separator: ", ")
  }

  private var network: String {
    let layers = [images.train.inputSize] + reproduction.experiment.hidden
    let start =
      switch reproduction.experiment.initialisation {
      case .fanIn: "weights and biases start uniform within 1/√(inputs of the layer)"
      case .glorot: "weights start uniform within √(6 / (inputs + outputs of the layer)), biases 0"
      }
    return "MLP \(layers.map(String.init).joined(separator: "-"))-outputs, ReLU; \(start)"
  }

  private var trainingText: String {
    let length =
      switch training.length {
      case .iterations(let count): "\(count) iterations"
      case .epochs(1): "1 epoch"
      case .epochs(let count): "\(count) epochs"
      }
    return "\(length) a task, batches of \(training.batchSize)"
  }

  private var optimizer: String {
    let experiment = reproduction.experiment
    let reset = training.resetsOptimizer ? "reset when a task begins" : "never reset"
    return "\(experiment.optimizerText), its state \(reset)"
  }

  /// Each method with its settings, in each scenario where they differ from one to another.
  private var methods: [(String, String)] {
    reproduction.methodKeys.compactMap { key in
      let entries = reproduction.entries.filter { $0.key == key }
      guard let first = entries.first, !first.settings.isEmpty else { return nil }
      let isAlike = entries.allSatisfy { $0.settings == first.settings }
      let text =
        isAlike
        ? first.settings
        : entries.map { "\($0.scenario): \($0.settings)" }.joined(separator: "; ")
      return (first.method, text)
    }
  }
}

extension Entry {
  /// The settings of the method, and its optimiser and its layers where they are its own.
  package var settings: String {
    let widths = hidden.map { "hidden=" + $0.map(String.init).joined(separator: "-") }
    return [optimizer.map { "\($0.name) (\($0.settings))" }, widths, strategy.settings]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Reproduction {
  /// The scenarios of the table, in its order.
  package var scenarios: [Scenario] {
    entries.map(\.scenario).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The command line's names of the methods, in the table's order.
  package var methodKeys: [String] {
    entries.map(\.key).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Experiment {
  /// The optimiser with its settings: `Adam (beta1=0.9, …)`.
  package var optimizerText: String {
    guard let optimizer = try? makeOptimizer() else { return optimizer }
    return "\(optimizer.name) (\(optimizer.settings))"
  }
}
