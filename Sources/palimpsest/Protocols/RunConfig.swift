import CLCore

/// A whole protocol: everything that a result depends on, and nothing else. What is written beside every
/// result as `config.json`, and read by `--config`; the keys are the names of the flags.
///
/// What is not said is as in van de Ven, Tuytelaars and Tolias (2022), except for the data.
package struct RunConfig: Sendable, Equatable, Encodable {
  /// The version of this format.
  package static let newestFormat = 1
  package var format = newestFormat
  package var method = "fine-tuning"
  /// The method's own settings; in a finished config all of them.
  package var settings: [String: SettingValue] = [:]
  package var data = DatasetChoice.fashionMNIST
  package var stream = StreamKind.split
  package var tasks = 5
  /// How many tasks, the first ones, are for choosing settings, and not for reporting.
  package var heldBack = 0
  /// Whether it is those that are met: so in the trials of a search.
  package var onHeldBack: Bool?
  package var scenario = Scenario.task
  package var classes: ClassOrder?
  package var degrees: [Double]?
  package var firstAsIs: Bool?
  package var sharedOutputs: Bool?
  package var trainPerTask: Int?
  package var testPerTask: Int?
  package var activeOutputs = ActiveOutputs.all
  package var iterations: Int?
  package var epochs: Int?
  package var batch = 128
  package var optimizer = "adam"
  package var optimizerSettings: [String: SettingValue] = [:]
  package var resetOptimizer = false
  package var hidden = [400, 400]
  package var activation = Activation.relu
  package var initialisation = Initialisation.fanIn
  package var padding = 0
  package var mean = 0.0
  package var deviation = 1.0
  package var seeds: [UInt64] = Array(0...4)
  /// After how many steps of a task the accuracies are measured in between; `nil` is never.
  package var evaluateEvery: Int?
  /// On how many test samples of a task they are; `nil` is all. R is always over all.
  package var evaluateOn: Int?

  package init() {}

  /// The names of the parts, as they are typed and written.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case format, method, settings, data, stream, tasks
    case heldBack = "held-back"
    case onHeldBack = "on-held-back"
    case scenario, classes, degrees
    case firstAsIs = "first-as-is"
    case sharedOutputs = "shared-outputs"
    case trainPerTask = "train-per-task"
    case testPerTask = "test-per-task"
    case activeOutputs = "active-outputs"
    case iterations, epochs, batch, optimizer
    case optimizerSettings = "optimizer-settings"
    case resetOptimizer = "reset-optimizer"
    case hidden, activation, initialisation, padding, mean, deviation, seeds
    case evaluateEvery = "evaluate-every"
    case evaluateOn = "evaluate-on"
  }

  /// How long and in what portions each task is trained on.
  package var training: Training {
    let length = epochs.map { Training.Length.epochs($0) } ?? .iterations(iterations ?? 2000)
    return Training(length: length, batchSize: batch, resetsOptimizer: resetOptimizer)
  }

  package var preprocessing: Preprocessing {
    Preprocessing(padding: padding, mean: mean, deviation: deviation)
  }
}
