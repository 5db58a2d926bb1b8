import CLCore
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

  /// Makes the runs of a table that are not kept, side by side, and keeps each as it ends.
  ///
  /// - Parameters:
  ///   - kept: where they are kept, a folder that is given back at the end; `nil` keeps nothing.
  ///   - anew: whether those that are there are made again.
  ///   - threads: how many go side by side; a table of one run has all of them for it.
  ///   - voice: how it is told.
  package init<Table: PublishedTable>(
    _ table: Table, in kept: KeptResults?, anew: Bool, threads: Int,
    voice: RunReport.Voice
  ) throws where Table.Outcome == Outcome {
    // A thread that has made its last run may still refer to the folder's lock when all are done.
    defer { kept?.release() }
    // A limit on the size of files is then an error like a full disk, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    let jobs = table.jobs
    var runs: [Kept<Outcome>?] = try jobs.map { anew ? nil : try kept?.read(table.label(of: $0)) }
    let missing = runs.indices.filter { runs[$0] == nil }
    @Sendable func line(_ job: Table.Job, _ run: Kept<Outcome>) -> String {
      let told = table.told(job, run.outcome)
      return voice.line(told.text, told)
    }
    if let kept, missing.count < jobs.count {
      switch voice {
      case .quiet: break
      case .json: Output.lines(zip(jobs, runs).compactMap { job, run in run.map { line(job, $0) } })
      case .lines:
        Output.lines([
          "",
          "\(jobs.count - missing.count) of \(jobs.count) runs are in \(kept.folder) from earlier; "
            + "--fresh makes them again.",
        ])
      }
    }
    let perRun = max(1, threads / max(1, jobs.count))
    let report = RunReport(runs: missing.count, voice: voice)
    let made = try report.run(missing.map { jobs[$0] }, threads: threads, line: line) {
      job, progress in
      let began = Date()
      let outcome = try Cores.$perProduct.withValue(perRun) { try table.run(job, progress) }
      let label = table.label(of: job)
      let run = Kept(label, began: began, ended: Date(), outcome)
      try kept?.keep(run, label)
      return run
    }
    for (place, run) in zip(missing, made) { runs[place] = run }
    self.init(runs.compactMap(\.self))
  }
}
