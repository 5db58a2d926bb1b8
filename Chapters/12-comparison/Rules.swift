import Book
import CLCore
import Lessons

/// What is the same for every method: the stream, the network, the training, and how much may be kept.
struct Rules: Sendable {
  let images: LabelledImages
  /// Training and test images a task; `nil` is all.
  let shown, tested: Int?
  /// Widths of the hidden layers.
  let hidden: [Int]
  /// How long a task is trained on.
  let training: Training
  /// Images that a method may keep, in all.
  let memory: Int

  init(_ images: LabelledImages, _ profile: Profile) {
    self.images = images
    shown = profile.pick(smoke: 100, quick: 1000, full: nil)
    tested = profile.pick(smoke: 40, quick: 400, full: nil)
    hidden = profile.pick(smoke: [16, 16], quick: [100, 100], full: [400, 400])
    training = profile.pick(
      smoke: Training(iterations: 4, batchSize: 16),
      quick: Training(iterations: 100, batchSize: 64),
      full: Training(iterations: 2000, batchSize: 128))
    memory = profile.pick(smoke: 20, quick: 100, full: 1000)
  }

  /// The protocol in a scenario: five tasks of two classes each. Asked for the class, all choose among the classes
  /// met so far, as iCaRL does by itself.
  private func experiment(_ scenario: Scenario) -> Experiment {
    Experiment {
      ($0.scenario, $0.classes, $0.activeOutputs) = (scenario, .shuffled, .seen)
      ($0.trainPerTask, $0.testPerTask) = (shown, tested)
      ($0.hidden, $0.training) = (hidden, training)
    }
  }

  /// The tasks, dealt out by `seed`.
  func stream(_ scenario: Scenario, seed: UInt64) throws -> TaskStream {
    try experiment(scenario).makeStream(images, seed: seed)
  }

  /// One method learning the stream of a seed; everything that is drawn comes from the seed.
  func learn(_ contest: Contest, seed: UInt64, _ progress: Meter) throws -> Learnt {
    let stream = try stream(contest.scenario, seed: seed)
    var run = try experiment(contest.scenario).run(contest.method, on: stream, seed: seed)
    try run.finish(progress)
    return Learnt(run)
  }

  /// How many steps a task takes.
  var steps: Int { training.steps(training.length, samples: 0) }

  /// What a caption says of the protocol.
  var words: String {
    "MLP \(hidden.widths), \(shown.map { "\($0)" } ?? "all") images a task, "
      + "\(steps) steps a task, batches of \(training.batchSize), Adam"
  }
}
