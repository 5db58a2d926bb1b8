import Foundation
import Synchronization

/// Several workers on one pile of jobs, the first error ending all.
enum Crew {
  /// The results of jobs 0..<count, done by `workers` at a time; each is told to `said` in the order of the jobs.
  /// - Throws: the first job's error.
  static func work<Result: Sendable>(
    _ count: Int, workers: Int,
    _ job: @Sendable (_ worker: Int, _ number: Int) throws(ExerciseError) -> Result,
    said: @Sendable (Result) -> Void
  ) throws(ExerciseError) -> [Result] {
    let pile = Mutex((next: 0, results: [Int: Result](), told: 0, failure: ExerciseError?.none))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while let number = pile.withLock({ pile -> Int? in
        guard pile.failure == nil, pile.next < count else { return nil }
        pile.next += 1
        return pile.next - 1
      }) {
        do throws(ExerciseError) {
          let result = try job(worker, number)
          pile.withLock { pile in
            pile.results[number] = result
            while let next = pile.results[pile.told] {
              said(next)
              pile.told += 1
            }
          }
        } catch {
          pile.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    let end = pile.withLock { $0 }
    if let failure = end.failure { throw failure }
    return (0..<count).compactMap { end.results[$0] }
  }
}
