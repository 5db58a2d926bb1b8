import Book
import CLCore

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

  /// A network after `first` steps on the first task; the second will have an eighth of them.
  init(_ stream: TaskStream, _ scale: Scale, first: Int, seed: UInt64) throws {
    steps = first / 8
    var run = try Run(
      FineTuning(), scale.learner(stream, seed), on: stream,
      Training(iterations: first, batchSize: scale.training.batchSize), seed: seed)
    while let event = try run.advance(), event.stepsOfTask != first {}
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
  let lambdas: [Double]
  /// The accuracy at each λ over the seeds.
  let accuracies: [Statistics]

  /// The answer from the accuracies [seeds][λ].
  init(_ estimate: Estimate, _ lambdas: [Double], _ accuracies: [[Double]]) {
    name = estimate.name
    self.lambdas = lambdas
    self.accuracies = lambdas.indices.map { i in Statistics(accuracies.map { $0[i] }) }
  }

  var weakest: Statistics { accuracies[0] }
  var best: Statistics { accuracies.max { $0.mean < $1.mean } ?? weakest }

  /// The weakest strength that goes half of the way from the weakest one's accuracy to the best.
  var threshold: Double {
    let half = (weakest.mean + best.mean) / 2
    return zip(lambdas, accuracies).first { $0.1.mean >= half }?.0 ?? .infinity
  }
}
