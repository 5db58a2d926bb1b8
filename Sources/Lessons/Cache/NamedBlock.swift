import Foundation

/// One named block of a chapter: what is kept of its jobs' results, and what is left to do.
///
/// A result that has just been computed goes through the same bytes as one that is kept, so that a run that
/// computes and one that finds cannot differ.
struct NamedBlock<Result: Codable & Sendable>: Sendable {
  /// The results that are kept, one place a job.
  private(set) var kept: [Result?]
  /// How long the kept ones took when they were computed, in seconds of one core.
  private(set) var secondsKept = 0.0
  /// How many were kept and cannot be used.
  private(set) var damaged = 0
  private let keys: [String]
  private let cache: ResultCache?

  /// A block of which nothing is kept.
  init(jobs: Int) {
    kept = Array(repeating: nil, count: jobs)
    (keys, cache) = ([], nil)
  }

  /// A block whose results are kept in `cache` under `keys`, one a job; those that are there are read
  /// unless the run is to be `fresh`.
  init(_ keys: [String], in cache: ResultCache, fresh: Bool) {
    (self.keys, self.cache) = (keys, cache)
    kept = Array(repeating: nil, count: keys.count)
    for (job, key) in keys.enumerated() where !fresh {
      do {
        guard let entry = try cache.read(key) else { continue }
        kept[job] = try Packed.read(Result.self, from: entry.value)
        secondsKept += entry.seconds
      } catch {
        damaged += 1
      }
    }
  }

  /// The jobs of which nothing is kept.
  var missing: [Int] { kept.indices.filter { kept[$0] == nil } }

  /// Keeps what a job has come to; an error is not kept.
  func keeping(_ job: Int, _ work: () throws -> Result) throws -> Result {
    let begin = ContinuousClock.now
    let bytes = try Packed.bytes(of: work())
    let seconds = (ContinuousClock.now - begin).seconds
    cache?.write(ResultCache.Entry(value: bytes, seconds: seconds), keys[job])
    return try Packed.read(Result.self, from: bytes)
  }

  /// All results, the missing ones filled in in their order.
  func filled(with results: [Result]) -> [Result] {
    var rest = results[...]
    return kept.compactMap { $0 ?? rest.popFirst() }
  }
}
