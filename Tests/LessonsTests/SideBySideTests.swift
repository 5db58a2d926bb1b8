import Foundation
import Lessons
import Testing

@Suite("Jobs run side by side")
struct SideBySideTests {
  private struct Failure: Error, Equatable { let job: Int }

  @Test("Results come in the jobs' order, with any number of threads", arguments: [1, 2, 7])
  func order(threads: Int) throws {
    let jobs = SideBySide(Array(0..<20)) { job, _ in
      Thread.sleep(forTimeInterval: Double((job * 7) % 5) / 1000)
      return job * job
    }
    #expect(try jobs.run(threads: threads) { _ in } == (0..<20).map { $0 * $0 })
  }

  @Test("No job at all gives no result")
  func none() throws {
    #expect(try SideBySide([Int]()) { job, _ in job }.run(threads: 2) { _ in }.isEmpty)
  }

  @Test(
    "The error of the earliest job in order is thrown, whichever failed first",
    arguments: [1, 2, 4])
  func firstError(threads: Int) {
    let jobs = SideBySide(Array(0..<8)) { job, _ in
      if job == 2 { Thread.sleep(forTimeInterval: 0.05) }
      if job >= 2 { throw Failure(job: job) }
      return job
    }
    #expect(throws: Failure(job: 2)) { try jobs.run(threads: threads) { _ in } }
  }

  @Test("The share of work done is the mean over the jobs and never leaves 0 to 1")
  func shares() throws {
    let jobs = SideBySide([0, 1]) { job, progress in
      progress(job == 0 ? .nan : 7)
      Thread.sleep(forTimeInterval: 0.25)
      return job
    }
    nonisolated(unsafe) var seen: [Double] = []
    _ = try jobs.run(threads: 2) { seen.append($0) }
    #expect(seen.first == 0.5)
    #expect(seen.allSatisfy { (0...1).contains($0) })
  }
}
