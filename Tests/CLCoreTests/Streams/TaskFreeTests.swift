import CLCore
import Testing

@Suite("Task-free stream")
struct TaskFreeTests {
  private func blurred(window: Int, seed: UInt64 = 1) throws -> TaskFree {
    let stream = try TaskStream.split(smallImages(), tasks: 5, scenario: .class)
    return TaskFree(stream, iterationsPerTask: 40, window: window, seed: seed)
  }

  @Test("Shares sum to one, and over the stream each task gets its part")
  func shares() throws {
    for window in [0, 1, 7, 20, 40] {
      let free = try blurred(window: window)
      let all = (0..<free.iterations).map(free.shares(at:))
      #expect(all.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      for task in 0..<5 {
        #expect(abs(all.reduce(0) { $0 + $1[task] } - 40) < 1e-9)
      }
    }
  }

  @Test("The share of the next task rises linearly through the window")
  func linear() throws {
    let free = try blurred(window: 20)
    #expect(free.shares(at: 29) == [1, 0, 0, 0, 0])
    for i in 30..<50 {
      #expect(abs(free.shares(at: i)[1] - (Double(i - 30) + 0.5) / 20) < 1e-12)
    }
    #expect(free.shares(at: 50) == [0, 1, 0, 0, 0])
    #expect(free.shares(at: 0) == [1, 0, 0, 0, 0])
    #expect(free.shares(at: 199) == [0, 0, 0, 0, 1])
  }

  @Test("A window of 0 is a sharp boundary")
  func sharp() throws {
    let free = try blurred(window: 0)
    for i in 0..<free.iterations {
      #expect(free.samples(at: i, count: 4).allSatisfy { $0.task == i / 40 })
    }
  }

  @Test("Samples follow the shares")
  func proportions() throws {
    let free = try blurred(window: 20)
    let n = 20_000
    for i in [33, 40, 47, 85] {
      let samples = free.samples(at: i, count: n)
      for (task, share) in free.shares(at: i).enumerated() {
        let found = Double(samples.filter { $0.task == task }.count) / Double(n)
        #expect(abs(found - share) < 4 * (0.25 / Double(n)).squareRoot())
      }
      #expect(samples.allSatisfy { free.stream[$0.task].train.rows.indices.contains($0.position) })
    }
  }

  @Test("An iteration's samples depend on seed and iteration alone")
  func deterministic() throws {
    let free = try blurred(window: 10)
    let late = free.samples(at: 90, count: 30)
    _ = free.samples(at: 3, count: 30)
    #expect(free.samples(at: 90, count: 30) == late)
    #expect(free.samples(at: 91, count: 30) != late)
    #expect(try blurred(window: 10, seed: 2).samples(at: 90, count: 30) != late)
  }

  @Test("Pseudo-boundaries come every fixed number of iterations")
  func boundaries() throws {
    let stream = try TaskStream.split(smallImages(), tasks: 5, scenario: .class)
    let free = TaskFree(
      stream, iterationsPerTask: 40, window: 10, seed: 1, pseudoBoundaryEvery: 30)
    #expect((0..<200).filter(free.isPseudoBoundary(after:)) == [29, 59, 89, 119, 149, 179])
  }
}
