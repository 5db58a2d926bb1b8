import Book
import CLCore
import Lessons

/// A version of EWC at one λ, or fine-tuning.
struct Attempt: Sendable {
  let version: Version
  let lambda: Double

  /// R after five permutations of the pixels.
  func matrix(
    _ images: LabelledImages, _ scale: Scale, seed: UInt64, _ progress: Meter
  ) throws -> AccuracyMatrix {
    let stream = try fivePermutations(images, scale, seed: seed)
    var run = try scale.trial(version.make(lambda), stream, seed)
    try run.finish(progress)
    return run.matrix
  }

  /// Whether this and another end the second task with the same weights, bit for bit.
  func agrees(
    with other: Attempt, _ images: LabelledImages, _ scale: Scale, seed: UInt64
  ) throws -> Bool {
    let stream = try fivePermutations(images, scale, seed: seed)
    let ends = try [self, other].map { attempt in
      var run = try scale.trial(attempt.version.make(attempt.lambda), stream, seed)
      try run.learnTask()
      try run.learnTask()
      return run.learner.theta
    }
    return ends[0] == ends[1]
  }
}

/// Average accuracies of one version at several λ, on seeds that are not reported.
struct Tuning {
  let version: Version
  let lambdas: [Double]
  /// The mean over seeds for each λ.
  let accuracy: [Double]
  /// How many seeds.
  let seeds: Int

  /// The weakest λ within 0.015 of the highest accuracy: near the top the curve is flat, and a weaker hold
  /// leaves more room.
  var best: Double {
    let highest = accuracy.max() ?? 0
    return zip(lambdas, accuracy).first { $0.1 >= highest - 0.015 }?.0 ?? 1
  }
}

extension [Tuning] {
  /// The attempts' matrices, [attempts][seeds], by version and in the order of λ; the rest that is fewer
  /// than the λ is left out.
  init(_ attempts: [Attempt], _ matrices: [[AccuracyMatrix]], at lambdas: [Double]) {
    let count = lambdas.count
    self = stride(from: 0, through: attempts.count - count, by: count).map { first in
      let own = matrices[first..<first + count]
      return Tuning(
        version: attempts[first].version, lambdas: lambdas,
        accuracy: own.map { Verdict.At(lambda: 0, matrices: $0).acc.mean },
        seeds: own.first?.count ?? 0)
    }
  }
}

extension [Version] {
  /// Each version for which λ is searched at each λ, then fine-tuning.
  func attempts(at lambdas: [Double]) -> [Attempt] {
    filter { $0.search == .tried }.flatMap { version in
      lambdas.map { Attempt(version: version, lambda: $0) }
    } + [Attempt(version: .fineTuning, lambda: 0)]
  }
}

extension [Tuning] {
  /// What is run on the seeds that are reported: fine-tuning and all versions at one λ, then those with
  /// another λ of their own at that.
  func attempts(copying lambda: Double, of versions: [Version]) -> [Attempt] {
    ([.fineTuning] + versions).map { Attempt(version: $0, lambda: lambda) }
      + filter { $0.best != lambda }.map { Attempt(version: $0.version, lambda: $0.best) }
  }
}
