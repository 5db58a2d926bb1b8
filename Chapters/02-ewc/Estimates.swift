import Book
import CLCore
import Lessons

/// One way of estimating the Fisher information.
struct Estimate: Sendable {
  let name: String
  let kind: Fisher
  /// How many images it is a mean over.
  let samples: Int

  init(_ name: String, _ kind: Fisher, samples: Int) {
    (self.name, self.kind, self.samples) = (name, kind, samples)
  }
}

/// A network that has trained on the first task of a stream until it is sure of its answers, and that
/// has not yet been told that the task is over.
struct SureRun: Sendable {
  private let run: Run
  /// How long it is then trained on the second task.
  private let steps: Int

  init(_ stream: TaskStream, _ scale: Scale, _ profile: Profile, seed: UInt64) throws {
    let long = profile.pick(smoke: 60, quick: 1500, full: 4000)
    steps = profile.pick(smoke: 20, quick: 200, full: 500)
    var run = try Run(
      FineTuning(), scale.learner(stream, seed), on: stream,
      Training(iterations: long, batchSize: scale.training.batchSize), seed: seed)
    while let event = try run.advance(), event.stepsOfTask != long {}
    self.run = run
  }

  /// The mean accuracy on the first two tasks after EWC has learnt the second.
  func accuracy(with estimate: Estimate, lambda: Double) throws -> Double {
    var run = run
    run.strategy = EWC(lambda: lambda, fisher: estimate.kind, samples: estimate.samples)
    try run.learnTask()
    while let event = try run.advance(), event.stepsOfTask != steps {}
    return (run.accuracy(on: run.stream[0]) + run.accuracy(on: run.stream[1])) / 2
  }
}

/// What a sweep over λ says of one way of estimating.
struct FisherAnswer {
  let name: String
  /// The highest mean accuracy.
  let best: Double
  /// The weakest strength that goes half of the way from the weakest one's accuracy to the best.
  let threshold: Double

  init(_ estimate: Estimate, _ lambdas: [Double], _ accuracy: Band) {
    name = estimate.name
    let highest = accuracy.mean.max() ?? 0
    let half = ((accuracy.mean.first ?? 0) + highest) / 2
    best = highest
    threshold = zip(lambdas, accuracy.mean).first { $0.1 >= half }?.0 ?? .infinity
  }
}
