import Foundation
import Lessons

/// The runs of a table, those that are kept from earlier beside those that are made now.
package struct KeptRuns<Outcome: Sendable & Codable>: Sendable {
  private let runs: [Kept<Outcome>]

  /// What came of each run, in the order of the jobs.
  package var outcomes: [Outcome] { runs.map(\.outcome) }

  /// When the last of them came to its end.
  package var ended: Date { runs.map(\.ended).max() ?? Date() }

  /// How long they took: all the time in which at least one of them was under way, in seconds.
  package var seconds: Double {
    var (sum, reached) = (0.0, Date.distantPast)
    for run in runs.sorted(by: { $0.began < $1.began }) where run.ended > reached {
      sum += run.ended.timeIntervalSince(max(run.began, reached))
      reached = run.ended
    }
    return sum
  }

  package init(_ runs: [Kept<Outcome>]) { self.runs = runs }

  /// Makes the runs that are not kept, side by side, and keeps each as it ends.
  ///
  /// - Parameters:
  ///   - kept: where they are kept; `nil` keeps nothing.
  ///   - anew: whether those that are there are made again.
  ///   - line: says in a line what came of a job.
  ///   - body: makes a run.
  package init<Job: Sendable>(
    _ jobs: [Job], in kept: KeptResults?, anew: Bool, threads: Int,
    label: @escaping @Sendable (Job) -> RunLabel,
    line: @escaping @Sendable (Job, Outcome) -> String,
    _ body: @escaping @Sendable (Job, Meter) throws -> Outcome
  ) throws {
    // A limit on the size of files is then an error like a full disk, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    var runs: [Kept<Outcome>?] = try jobs.map { anew ? nil : try kept?.read(label($0)) }
    let missing = runs.indices.filter { runs[$0] == nil }
    if let kept, missing.count < jobs.count {
      Output.lines([
        "",
        "\(jobs.count - missing.count) of \(jobs.count) runs are in \(kept.folder) from earlier; "
          + "--fresh makes them again.",
      ])
    }
    let made = try RunReport(runs: missing.count).run(missing.map { jobs[$0] }, threads: threads) {
      line($0, $1.outcome)
    } _: { job, progress in
      let began = Date()
      let outcome = try body(job, progress)
      let run = Kept(label(job), began: began, ended: Date(), outcome)
      try kept?.keep(run, label(job))
      return run
    }
    for (place, run) in zip(missing, made) { runs[place] = run }
    self.init(runs.compactMap { $0 })
  }
}
