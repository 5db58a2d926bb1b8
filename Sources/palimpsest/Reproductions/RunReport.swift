import CLCore
import Foundation
import Lessons
import Synchronization

/// Tells on standard error how the runs of an experiment come along: a line for each that ends, with the
/// time left, and on a terminal a bar in between.
final class RunReport: Sendable {
  private let start = ContinuousClock.now
  private let count: Int
  private let ended = Mutex<[String]>([])
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(runs count: Int) { self.count = count }

  /// A run has ended; called by its own thread.
  func end(_ job: Experiment.Job, _ result: SeedResult) {
    ended.withLock {
      $0.append(
        "\(job.entry.scenario)  \(job.entry.method)  seed \(job.seed)  \(result.accuracy.hundredths) %  "
          + ProgressLine.duration(result.costs.seconds))
    }
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Runs all jobs side by side and reports on them.
  func run(_ experiment: Experiment, threads: Int) throws -> [SeedResult] {
    let jobs = SideBySide(experiment.jobs) { job, progress in
      let result = try experiment.run(job, progress)
      self.end(job, result)
      return result
    }
    var bar = ProgressLine("\(count) runs", isTerminal: true)
    var told = 0
    let results = try jobs.run(threads: threads) { done in
      tell(&told, done)
      if isTerminal, let text = bar.text(done: done, seconds: seconds, width: 80) { write(text) }
    }
    tell(&told, 1)
    return results
  }

  private func tell(_ told: inout Int, _ done: Double) {
    let lines = ended.withLock { lines in
      defer { lines = [] }
      return lines
    }
    for line in lines {
      told += 1
      let left =
        done > 0 && done < 1
        ? ", \(ProgressLine.duration(seconds * (1 - done) / done)) left" : ""
      write((isTerminal ? "\r\u{1B}[K" : "") + "  \(told)/\(count)  \(line)\(left)\n")
    }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
