import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Subnormal numbers")
struct FlushingTests {
  /// What this thread makes of half the smallest normal number, of a Float and of a Double, and whether it reads such a
  /// number as zero. The half is not known to the compiler.
  private func halves() -> [Bool] {
    let half = Double(ProcessInfo.processInfo.processorCount > 0 ? 1 : 2) / 2
    let (float, double) = (
      Float.leastNormalMagnitude * Float(half), Double.leastNormalMagnitude * half
    )
    return [float > 0, double > 0, float / Float(half) == .leastNormalMagnitude]
  }

  @Test("are the caller's own before and after tensors, products on several threads, and training")
  func environment() throws {
    // On a thread that nothing else has computed on.
    let found = try inNewThread {
      var found = [halves()]
      let tensor = Tensor.ones([300, 300])
      found.append(halves())
      _ = Cores.$perProduct.withValue(2) { Tensor.product(tensor, tensor).sum }
      found.append(halves())
      var run = try smallRun(EWC(lambda: 1), .task)
      found.append(halves())
      while try run.advance() != nil, run.stepsMade < 60 {}
      found.append(halves())
      _ = gradient(at: run.learner.theta) { $0.squared.sum }
      found.append(halves())
      let learner = Learner(MLP(inputs: 1, hidden: [3], outputs: 1), SGD(rate: 0.1), seed: 1)
      var meta = MetaRun(MAML(), learner, on: [Sinusoids()], MetaTraining(iterations: 1), seed: 1)
      try meta.finish()
      return found + [halves()]
    }
    #expect(found == Array(repeating: [true, true, true], count: 7))
  }

  @Test("are flushed to zero in all arithmetic on tensors, on whichever thread")
  func flushed() throws {
    let tiny = Tensor(repeating: .leastNormalMagnitude, [1 << 17])
    for threads in 1...2 {
      Cores.$perProduct.withValue(threads) {
        #expect((0.5 * tiny).values.allSatisfy { $0 == 0 })
        #expect((tiny * tiny).sum == 0)
        var moved = tiny
        moved.write { numbers in for i in numbers.indices { numbers[i] *= 0.5 } }
        #expect(moved.values.allSatisfy { $0 == 0 })
      }
    }
    let half = 0.5 * Real.leastNormalMagnitude
    #expect(Tensor([half, half]).sum == 0 && Tensor([half]).dot(Tensor([4])) == 0)
  }

  @Test("are flushed to zero in what a method does while a run advances")
  func methods() throws {
    struct Halver: Strategy {
      let name = "halver"
      var smallest: Real = .leastNormalMagnitude
      private enum CodingKeys: String, CodingKey { case smallest }
      mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
        smallest /= 2
      }
    }
    var run = try smallRun(Halver(), .task)
    for _ in 0..<2 { _ = try run.advance() }
    #expect(try #require(run.strategy as? Halver).smallest == 0)
  }

  private func inNewThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) throws -> T {
    nonisolated(unsafe) var result: Result<T, any Error>?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      result = Result { try body() }
      done.signal()
    }
    thread.start()
    done.wait()
    return try #require(result).get()
  }
}
