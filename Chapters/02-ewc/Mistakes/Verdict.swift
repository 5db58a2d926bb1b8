import Book
import CLCore
import Foundation

/// What came of a version of EWC on the seeds that are reported.
struct Verdict {
  /// R of each seed at some λ.
  struct At {
    let lambda: Double
    let matrices: [AccuracyMatrix]
  }
  let name: String
  let kind: Version.Kind
  /// At the λ that is best for EWC.
  let copied: At
  /// At the λ that is best for the version itself; `nil` where none was searched.
  let own: At?

  /// The verdict as a row of a table.
  func row(against ewc: At) -> [String] {
    [
      name, copied.acc.mean.decimals, copied.difference(from: ewc).points,
      own?.lambda.compact ?? "–", own?.difference(from: ewc).points ?? "–", words(against: ewc),
    ]
  }

  /// How the mistake shows itself, as far as the 95 % intervals can tell.
  private func words(against ewc: At) -> String {
    func isBehind(_ at: At) -> Bool {
      (at.difference(from: ewc).interval()?.upperBound ?? 0) < 0
    }
    guard kind != .right else { return "–" }
    guard isBehind(copied) else { return "cannot tell" }
    guard let own else { return "behind" }
    return isBehind(own) ? "stays behind" : "λ repairs it"
  }
}

extension Verdict.At {
  /// How many seeds.
  var count: Int { matrices.count }

  /// Average accuracy after the last task.
  var acc: Statistics { Statistics(accuracies) }

  /// Accuracy on each task after the last, a curve a seed, [seeds][tasks].
  var lastRows: [[Double]] {
    matrices.map { r in (0..<r.tasks).map { r[after: r.tasks, on: $0] ?? .nan } }
  }

  /// Average accuracy less that of another with the same seeds, paired.
  func difference(from other: Verdict.At) -> Statistics {
    .paired(accuracies, minus: other.accuracies)
  }

  /// Accuracy on one task at the end less that of another with the same seeds, paired.
  func difference(from other: Verdict.At, on task: Int) -> Statistics {
    .paired(lastRows.map { $0[task] }, minus: other.lastRows.map { $0[task] })
  }

  private var accuracies: [Double] { matrices.map { $0.averageAccuracy ?? .nan } }
}

extension Statistics {
  /// A difference of accuracies in points: `"−1.4 ± 0.9"` for −0.014 ± 0.009.
  fileprivate var points: String {
    func written(_ x: Double) -> String { String(format: "%.1f", 100 * x) }
    let sign = mean < 0 ? "−" : ""
    return sign + written(mean.magnitude) + (margin().map { " ± " + written($0) } ?? "")
  }
}

/// A verdict on each attempt at the λ that is best for EWC, in their order; EWC's own is among them.
func judge(
  _ attempts: [Attempt], _ matrices: [[AccuracyMatrix]], _ tunings: [Tuning]
) -> [Verdict] {
  let all = zip(attempts, matrices).map { attempt, matrices in
    (name: attempt.version.name, at: Verdict.At(lambda: attempt.lambda, matrices: matrices))
  }
  guard let ewc = tunings.first else { return [] }
  return zip(attempts, all).filter { $0.0.lambda == ewc.best }.map { attempt, result in
    let version = attempt.version
    let own: Verdict.At?
    switch version.search {
    case .none: own = nil
    case .multiple(let factor):
      own = all.first { $0.name == ewc.version.name }
        .map { Verdict.At(lambda: factor * ewc.best, matrices: $0.at.matrices) }
    case .tried:
      let best = tunings.first { $0.version.name == version.name }?.best
      own = all.first { $0.name == version.name && $0.at.lambda == best }?.at
    }
    return Verdict(name: version.name, kind: version.kind, copied: result.at, own: own)
  }
}
