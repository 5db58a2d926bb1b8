import CLCore
import Foundation
import TestSupport
import Testing

@Suite("Every method that learns to learn")
struct MetaFamilyTests {
  private static let methods: [any MetaStrategy] = [
    Pretraining(), MAML(), MAML(alpha: 0.05, steps: 3), MAML(order: .first), Reptile(batch: 4),
    LifelongMAML(lambda: 0.9), LifelongMAML(lambda: 0.9, judged: .ofCurrentTask, tasksKept: 3),
  ]

  private static let families: [any TaskFamily] = [
    Sinusoids(name: "early", phases: 0...1), Sinusoids(name: "late", phases: 2...3),
  ]

  private func run(_ method: any MetaStrategy) -> MetaRun {
    MetaRun(
      method, Learner(MLP(inputs: 1, hidden: [8], outputs: 1), Adam(rate: 1e-3), seed: 3),
      on: Self.families, MetaTraining(iterations: 15, tasks: 4), seed: 4)
  }

  @Test("stopped, saved and read again goes on with the same bits")
  func resumed() throws {
    for method in Self.methods {
      var whole = run(method)
      var stopped = whole
      try whole.finish()
      for _ in 0..<22 { _ = try stopped.advance() }
      let saved = try JSONEncoder().encode(stopped.checkpoint)
      var resumed = try MetaRun(
        resuming: JSONDecoder().decode(MetaCheckpoint.self, from: saved), on: Self.families)
      try resumed.finish()
      expectSameBits(resumed.learner.theta, whole.learner.theta, method.name)
      #expect(resumed.stepsMade == 30)
    }
  }

  @Test("learns: the loss of its last steps is below that of its first")
  func learns() throws {
    for method in Self.methods {
      var run = MetaRun(
        method, Learner(MLP(inputs: 1, hidden: [20], outputs: 1), Adam(rate: 3e-3), seed: 3),
        on: [Sinusoids(phases: 0...1)], MetaTraining(iterations: 300, tasks: 10), seed: 4)
      var losses: [Real] = []
      while let event = try run.advance() {
        if case .stepped(_, _, let loss) = event { losses.append(loss) }
      }
      let (first, last) = (Tensor(losses).part(from: 0, [50]), Tensor(losses).part(from: 250, [50]))
      #expect(last.mean < 0.8 * first.mean, "\(method.name): \(first.mean) to \(last.mean)")
    }
  }

  @Test("has a name of its own")
  func names() {
    #expect(Set(Self.methods.map(\.name)).count == 6)
  }
}
