import Book
import CLCore

/// EWC, right or wrong, of any strength.
struct Version: Sendable {
  /// What is wrong, if anything: the size of the importance, its meaning, or the place of the penalty.
  enum Kind: Sendable { case right, size, meaning, place }
  /// How a λ of its own is found: by trying several, as a known multiple of EWC's, or not at all.
  enum Search: Sendable, Equatable {
    case tried
    case multiple(Double)
    case none
  }

  /// Its name in tables and figures.
  let name: String
  let kind: Kind
  let search: Search
  /// The method at a λ.
  let make: @Sendable (_ lambda: Double) -> any Strategy

  init(
    _ kind: Kind, named name: String? = nil, search: Search = .tried,
    _ make: @escaping @Sendable (_ lambda: Double) -> any Strategy
  ) {
    self.kind = kind
    self.search = search
    self.make = make
    self.name = name ?? make(1).name
  }
}

extension Version {
  /// No penalty at all; λ means nothing.
  static var fineTuning: Version { Version(.right, search: .none) { _ in FineTuning() } }

  /// Gradients that pile up over so many samples in batches of this size.
  static func neverZeroed(samples: Int, batch: Int) -> Version {
    Version(.size) {
      NeverZeroed(wells: Wells(lambda: $0, samples: samples), batchSize: batch)
    }
  }
}

/// EWC and its nine wrong versions, with importances over so many samples a task.
func versionsOfEWC(samples: Int, _ scale: Scale) -> [Version] {
  @Sendable func wells(_ lambda: Double) -> Wells { Wells(lambda: lambda, samples: samples) }
  let batch = scale.training.batchSize
  let half = scale.trialSteps / 2
  return [
    Version(.right) { EWC(lambda: $0, samples: samples) },
    Version(.size, search: .multiple(0.5)) { MissingHalf(wells: wells($0)) },
    Version(.size, named: "batch squared") {
      EWC(lambda: $0, fisher: .batched(batch), samples: samples)
    },
    // Whoever forgets to divide goes through more of the data than is needed, not less.
    .neverZeroed(samples: 4 * samples, batch: batch),
    Version(.meaning) { FisherOfNewData(wells: wells($0)) },
    Version(.meaning, search: .none) {
      FisherInMidTraining(wells: wells($0), step: half)
    },
    Version(.meaning) { Backwards(wells: wells($0)) },
    Version(.meaning) { FisherOfInputs(wells: wells($0)) },
    Version(.place, search: .none) { PenaltyOnOutputs(wells: wells($0)) },
    Version(.place, search: .none) { OnlyTheLastTask(wells: wells($0)) },
  ]
}

/// Five tasks of all classes, each with its pixels in an order of its own; the task is told.
func fivePermutations(
  _ images: LabelledImages, _ scale: Scale, seed: UInt64
) throws -> TaskStream {
  try TaskStream.permuted(
    images, tasks: 5, scenario: .task, seed: seed, testPerTask: scale.tested)
}

extension Scale {
  /// Steps a task in the trials of the versions, of which there are many.
  var trialSteps: Int { max(1, steps * 2 / 3) }

  /// What a caption says of the trials.
  var trialWords: String {
    "MLP \(hidden.widths), \(trialSteps) steps a task, "
      + "batches of \(training.batchSize), Adam at 2·10⁻³"
  }

  /// A run of a version that has not begun.
  ///
  /// Adam starts anew with each task: with its memory of the flat end of one task, its first steps into the
  /// wells would be far too long, and blur what is compared here.
  func trial(_ method: any Strategy, _ stream: TaskStream, _ seed: UInt64) throws -> Run {
    var learner = learner(stream, seed)
    learner.optimizer = Adam(rate: 2e-3)
    return try Run(
      method, learner, on: stream,
      Training(
        iterations: trialSteps, batchSize: training.batchSize, resetsOptimizer: true),
      seed: seed)
  }
}
