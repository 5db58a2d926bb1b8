import CLCore
import Foundation
import Lessons
import Synchronization

/// Several protocols with their seeds, run side by side, each protocol in a folder of its own.
package struct RunSession: Sendable {
  package let runs: [(config: RunConfig, folder: RunFolder)]
  package let images: LabelledImages
  package let threads: Int
  package let saveEvery: Double
  package let retriesDiverged: Bool

  package init(
    _ runs: [(config: RunConfig, folder: RunFolder)], images: LabelledImages,
    threads: Int, saveEvery: Double = 15, retriesDiverged: Bool = false
  ) {
    self.runs = runs
    self.images = images
    self.threads = threads
    self.saveEvery = saveEvery
    self.retriesDiverged = retriesDiverged
  }

  /// One seed of one protocol.
  package struct Job: Sendable {
    package let config: RunConfig
    package let folder: RunFolder
    package let seed: UInt64
  }

  /// A seed at a time, so that methods can be compared from early on.
  package var jobs: [Job] {
    let longest = runs.map(\.config.seeds.count).max() ?? 0
    return (0..<longest).flatMap { place in
      runs.filter { place < $0.config.seeds.count }.map {
        Job(config: $0.config, folder: $0.folder, seed: $0.config.seeds[place])
      }
    }
  }

  /// Runs all that is not done yet, and returns the records of each protocol in the order of its seeds. Those that
  /// diverge have none, and hold up no other; ``diverged()`` lists them.
  ///
  /// - Throws: what `SeedRun` throws, the error of the earliest job; what had been finished is kept.
  package func run(_ report: RunReport) throws -> [[SeedRecord]] {
    // A limit on the size of files is then an error like a full disk, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    // What is impossible is said before a folder is made for it.
    for run in runs {
      guard let seed = run.config.seeds.first else { continue }
      _ = try run.config.experiment.makeStream(images, seed: seed)
    }
    let locks = try runs.map { try $0.folder.take(for: $0.config) }
    let jobs = jobs
    let perRun = max(1, threads / max(1, jobs.count))
    let writing = Mutex(())
    let outcomes = try withExtendedLifetime(locks) {
      try report.run(jobs, threads: threads) { job, outcome in
        job.line(of: outcome, report.voice)
      } _: { job, progress -> Result<SeedRecord, Divergence> in
        let run = SeedRun(
          job.config, seed: job.seed, in: job.folder, images: images,
          saveEvery: saveEvery, threads: perRun, retriesDiverged: retriesDiverged)
        let outcome: Result<SeedRecord, Divergence>
        do {
          outcome = .success(try run.result(progress))
        } catch let divergence as Divergence {
          outcome = .failure(divergence)
        }
        try writing.withLock { _ in try job.folder.writeLog() }
        return outcome
      }
    }
    return runs.map { run in
      zip(jobs, outcomes).filter { $0.0.folder.path == run.folder.path }
        .compactMap { try? $0.1.get() }
    }
  }

  /// The runs that have diverged, in the order of the jobs.
  ///
  /// - Throws: `RunFolderError` when a file of one cannot be read.
  package func diverged() throws -> [(job: Job, divergence: Divergence)] {
    try jobs.compactMap { job in
      try job.folder.divergence(job.seed).map { (job, $0) }
    }
  }

  /// Ends a command of which some runs have diverged.
  ///
  /// - Throws: `DivergedRuns` with the list of them; nothing when there are none.
  package func throwIfDiverged() throws {
    let found = try diverged()
    if !found.isEmpty { throw DivergedRuns(jobs: found, count: jobs.count) }
  }
}

extension RunSession.Job {
  /// What is told when it has ended.
  fileprivate func line(
    of outcome: Result<SeedRecord, Divergence>, _ voice: RunReport.Voice
  ) -> String {
    switch outcome {
    case .success(let record): line(of: record, voice)
    case .failure(let divergence):
      voice.line(
        "\(config.method)  \(divergence)",
        Diverged(
          folder: folder.path, method: config.method, seed: seed,
          tasksLearnt: divergence.tasksLearnt, steps: divergence.steps))
    }
  }

  private func line(of record: SeedRecord, _ voice: RunReport.Voice) -> String {
    let accuracy = record.matrix.averageAccuracy ?? .nan
    return voice.line(
      "\(config.method)  seed \(seed)  \((100 * accuracy).hundredths) %",
      Ended(folder: folder.path, method: config.method, seed: seed, accuracy: accuracy))
  }

  /// What a program that reads the progress is told.
  private struct Ended: Encodable {
    let event = "seed"
    let folder: String
    let method: String
    let seed: UInt64
    let accuracy: Double
  }

  /// The same of a seed that diverged.
  private struct Diverged: Encodable {
    let event = "diverged"
    let folder: String
    let method: String
    let seed: UInt64
    let tasksLearnt: Int
    let steps: Int
  }
}

extension RunFolder {
  /// Writes `log.csv` from the records of the seeds that have come to their end.
  package func writeLog() throws {
    guard let config = try config() else { throw RunFolderError.notARun(folder: path) }
    let seeds = config.seeds.sorted()
    let log = RunLog.text(
      try seeds.compactMap { try read($0) }, diverged: try seeds.compactMap { try divergence($0) })
    try WholeFile.write(Data(log.utf8), to: logFile)
  }
}
