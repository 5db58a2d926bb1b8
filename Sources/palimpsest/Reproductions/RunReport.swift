import CLCore
import Foundation
import Lessons
import Synchronization

/// Tells how the runs of an experiment come along: on standard error a line for each that ends, with the time
/// left, and on a terminal a bar in between; or nothing; or on standard output what a program can read.
package final class RunReport: Sendable {
  /// How it is told.
  package enum Voice: Sendable {
    /// Lines for people.
    case lines
    /// Not at all.
    case quiet
    /// A JSON object a line, for programs.
    case json

    /// A line of it: a text for people, or what has happened for programs.
    package func line(_ text: String, _ event: some Encodable) -> String {
      guard self == .json else { return text }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      encoder.nonConformingFloatEncodingStrategy = .words
      return (try? encoder.encode(event)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }

  let voice: Voice
  private let start = ContinuousClock.now
  private let count: Int
  private let ended = Mutex<[String]>([])
  private let takesEscapes = StandardStream.errors.takesEscapes

  package init(runs count: Int, voice: Voice = .lines) {
    self.count = count
    self.voice = voice
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Runs all jobs side by side and reports on them; `line` says in a line what came of a job.
  func run<Job: Sendable, Outcome: Sendable>(
    _ jobs: [Job], threads: Int, line: @escaping @Sendable (Job, Outcome) -> String,
    _ body: @escaping @Sendable (Job, Meter) throws -> Outcome
  ) throws -> [Outcome] {
    let jobs = SideBySide(jobs) { job, progress in
      let outcome = try body(job, progress)
      self.ended.withLock { $0.append(line(job, outcome)) }
      return outcome
    }
    var bar = ProgressLine("\(count) runs", isTerminal: true)
    var told = 0
    let results = try jobs.run(threads: threads) { done in
      tell(&told, done)
      if takesEscapes, voice == .lines, let text = bar.text(done: done, seconds: seconds, width: 80)
      {
        StandardStream.errors.write(text)
      }
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
      if voice == .json { Output.lines([line]) }
      guard voice == .lines else { continue }
      let left =
        done > 0 && done < 1
        ? ", \(ProgressLine.duration(seconds * (1 - done) / done)) left" : ""
      StandardStream.errors.write(
        (takesEscapes ? "\r\u{1B}[K" : "") + "  \(told)/\(count)  \(line)\(left)\n")
    }
  }
}
