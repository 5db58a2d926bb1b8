import CKernels
import Dispatch

/// How many threads the arithmetic of one run may use. Their number cannot be seen in a result: a product
/// is cut into pieces that depend on sizes alone, each done by one thread; a pass, in which every number
/// is worked out by itself, may be cut anywhere.
public enum Cores {
  /// One, so that seeds can run side by side, unless a run that is alone on the machine says more:
  /// `Cores.$perProduct.withValue(2) { … }`.
  @TaskLocal public static var perProduct = 1

  /// As many as were asked for, and one at least.
  package static var allowed: Int { max(1, perProduct) }

  /// Calls `body` for the pieces 0..<pieces, on as many threads as a run may use.
  package static func share(_ pieces: Int, _ body: (_ piece: Int) -> Void) {
    let workers = min(pieces, allowed)
    if workers <= 1 {
      for piece in 0..<pieces { body(piece) }
    } else if !team(of: workers, sharing: pieces, body) {
      // Each worker has pieces of its own: nothing is written twice.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        flushing { for piece in stride(from: worker, to: pieces, by: workers) { body(piece) } }
      }
    }
  }

  /// One pass over `count` numbers, each by itself: cut in as many pieces as threads if it is so long
  /// that a second thread gains more than it costs.
  package static func pass(_ count: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
    let pieces = count < 1 << 15 ? 1 : allowed
    if pieces == 1 { return body(0, count) }
    share(pieces) { piece in
      let lines = (count + 15) / 16
      let first = lines * piece / pieces * 16
      body(first, min(lines * (piece + 1) / pieces * 16, count) - first)
    }
  }

  /// The same on the team of threads that OpenMP keeps awake for the next piece of work, where there is
  /// one: to wake a thread takes longer than most passes. Gives whether there is.
  private static func team(
    of workers: Int, sharing pieces: Int, _ body: (_ piece: Int) -> Void
  ) -> Bool {
    withoutActuallyEscaping(body) { body in
      var work: (Int, Int) -> Void = { worker, team in
        for piece in stride(from: worker, to: pieces, by: team) { body(piece) }
      }
      return withUnsafeMutablePointer(to: &work) { work in
        ck_team(Int32(workers), work) { work, worker, team in
          work?.assumingMemoryBound(to: ((Int, Int) -> Void).self).pointee(Int(worker), Int(team))
        }
      } != 0
    }
  }
}
