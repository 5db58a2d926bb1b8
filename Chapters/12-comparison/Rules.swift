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

  /// Five tasks of two classes each, dealt out by `seed`.
  func stream(_ scenario: Scenario, seed: UInt64) throws -> TaskStream {
    try TaskStream.split(
      images, tasks: 5, scenario: scenario, seed: seed, trainPerTask: shown, testPerTask: tested)
  }

  /// One method learning the stream of a seed; everything that is drawn comes from the seed.
  ///
  /// Asked for the class, all choose among the classes met so far, as iCaRL does by itself.
  func learn(_ contest: Contest, seed: UInt64, _ progress: Meter) throws -> Learnt {
    let stream = try stream(contest.scenario, seed: seed)
    let network = MLP(inputs: stream.inputSize, hidden: hidden, outputs: stream.outputs)
    var learner = Learner(network, Adam(), for: stream, seed: seed)
    learner.activeOutputs = .seen
    var run = try Run(contest.method, learner, on: stream, training, seed: seed)
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
