import CLCore
import Lessons

/// How large the experiments of a chapter are in each profile: the smoke profile shows that every line
/// runs, the quick one fits a coffee break, the full one uses all the data.
public struct Scale: Sendable {
  /// How long each task is trained on.
  public let training: Training
  /// Widths of the hidden layers.
  public let hidden: [Int]
  /// Test images a task; `nil` is all.
  public let tested: Int?
  /// Points along the longer side of a map of a loss.
  public let latticeColumns: Int

  /// The scale of a profile.
  public init(_ profile: Profile) {
    training = profile.pick(
      smoke: Training(iterations: 20, batchSize: 32),
      quick: Training(iterations: 150, batchSize: 64),
      full: Training(iterations: 2000, batchSize: 128))
    hidden = profile.pick(smoke: [32, 32], quick: [128, 128], full: [400, 400])
    tested = profile.pick(smoke: 100, quick: 500, full: nil)
    latticeColumns = profile.pick(smoke: 20, quick: 44, full: 60)
  }

  /// The protocol of its experiments; what it does not say is standard.
  public var experiment: Experiment {
    Experiment {
      $0.training = training
      $0.hidden = hidden
    }
  }

  /// How many steps a task takes.
  public var steps: Int { training.steps(training.length, samples: 0) }

  /// What a caption says of the experiment.
  public var words: String {
    "MLP \(hidden.widths), \(steps) steps a task, "
      + "batches of \(training.batchSize), Adam"
  }
}
