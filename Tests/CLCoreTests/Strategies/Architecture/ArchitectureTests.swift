import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Methods that give each task weights of its own")
struct ArchitectureTests {
  /// The methods that promise never to change an earlier task's scores.
  private static let exact: [any Strategy] = [
    PNN(), PackNet(), PackNet(pruning: 0.75, retraining: 1),
    CPG(goal: .accuracy(0.8), heldBack: 0.25),
    CPG(goal: .accuracy(1.01), growth: 0.25, widest: 1.75),
    CPG(goal: .alone(less: 0)),
  ]

  @Test("the scores of an earlier task stay the same to the bit, whatever moves the weights")
  func nothingForgotten() throws {
    for method in Self.exact {
      for optimizer in restless {
        var run = try smallRun(method, .task, optimizer: optimizer)
        var known: [Tensor] = []
        while let event = try run.advance() {
          if case .learned(let task) = event { known.append(run.scores(of: task)) }
          // In the middle of a task too: just begun, and after some steps.
          guard run.stepsMade % 15 == 0 else { continue }
          for (task, scores) in known.enumerated() {
            expectSameBits(
              run.scores(of: task), scores, "\(method.name), \(optimizer.name), \(task)")
          }
        }
        #expect(known.count == 3 && run.matrix.backwardTransfer == 0)
      }
    }
  }

  @Test("every task is learnt")
  func learns() throws {
    for method in Self.exact {
      var run = try smallRun(method, .task)
      try run.finish()
      let accuracy = try #require(run.matrix.averageAccuracy)
      #expect(accuracy > 0.75, "\(method.name): \(accuracy)")
    }
  }

  @Test("until something is pruned or added, the first task is fine-tuning's to the bit")
  func firstTask() throws {
    for optimizer in restless {
      var plain = try smallRun(FineTuning(), .task, optimizer: optimizer)
      for _ in 0..<41 { _ = try plain.advance() }
      for method in [PNN(), PackNet()] as [any Strategy] {
        var run = try smallRun(method, .task, optimizer: optimizer)
        for _ in 0..<41 { _ = try run.advance() }
        #expect(run.stepsMade == 40)
        // The heads of later tasks are held back here, and there not even weight decay is.
        for entry in plain.learner.network.layout.entries where !entry.name.hasPrefix("head.") {
          let place = "\(method.name), \(optimizer.name), \(entry.name)"
          expectSameBits(run.learner.theta[entry.slot], plain.learner.theta[entry.slot], place)
        }
        let own = 0..<2
        expectSameBits(
          run.scores(of: 0).columns(own), plain.scores(of: 0).columns(own), method.name)
      }
    }
  }
}
