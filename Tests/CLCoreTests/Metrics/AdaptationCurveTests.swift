import CLCore
import TestSupport
import Testing

@Suite("Adaptation curves")
struct AdaptationCurveTests {
  @Test("follow gradient descent on each task's support set, judged by its query set")
  func descent() {
    let (learner, episodes) = (SmallTasks.linear, SmallTasks.values(30))
    let curve = learner.adaptationCurve(episodes, rate: 0.1, steps: 4)
    #expect(curve.tasks == 30 && curve.values.count == 5)
    for task in [0, 24, 25, 29] {
      let support = QuadraticLoss(episodes.support, task: task)
      let own = episodes.query.picking([task])
      var theta = learner.theta.values.map { Double($0) }
      for step in 0...4 {
        let at = Variable(Tensor(theta.map { Real($0) }))
        let expected = Double(learner.losses(of: own, at: at).value.scalar)
        #expect(abs(curve.values[step][task] - expected) <= 1e-5 * max(1, expected))
        theta = zip(theta, support.gradient(theta)).map { $0 - 0.1 * $1 }
      }
    }
  }

  @Test("of fewer than no steps are refused")
  func misused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SmallTasks.linear.adaptationCurve(SmallTasks.values(3), rate: 0.1, steps: -1)
    }
    expect(result, says: ["-1 steps"])
  }

  @Test("tell tasks that diverged from the rest")
  func divergence() {
    let curve = AdaptationCurve([[1, 2, 3, 4], [1, .nan, 1e9, 3]])
    #expect(curve.diverged(beyond: 25, after: 1) == [1, 2])
    #expect(curve.diverged(beyond: 25, after: 0) == [])
    #expect(AdaptationCurve([[9, 9], [9, 10]]).diverged(beyond: 5, after: 1) == [1])
    #expect(curve.mean(after: 1, leaving: [1, 2]) == 2)
    #expect(curve.mean(after: 0) == 2.5)
    #expect(curve.median(after: 0) == 2.5)
    #expect(curve.median(after: 1) == 0.5 * (3 + 1e9))
  }
}
