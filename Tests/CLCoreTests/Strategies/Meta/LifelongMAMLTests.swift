import CLCore
import TestSupport
import Testing

@Suite("Lifelong MAML")
struct LifelongMAMLTests {
  private static let families: [any TaskFamily] = (0..<3).map { i in
    Sinusoids(name: "phases \(i)", phases: Double(i)...Double(i) + 0.5)
  }

  private func run(_ method: any MetaStrategy, iterations: Int = 12) -> MetaRun {
    MetaRun(
      method, Learner(MLP(inputs: 1, hidden: [8], outputs: 1), Adam(rate: 1e-3), seed: 3),
      on: Self.families, MetaTraining(iterations: iterations, tasks: 4, support: 5, query: 6),
      seed: 4)
  }

  @Test("with λ = 0 is MAML to the bit", arguments: LifelongMAML.Adaptation.allCases)
  func noHistory(judged: LifelongMAML.Adaptation) throws {
    var plain = run(MAML(alpha: 0.02, steps: 2))
    var lifelong = run(LifelongMAML(lambda: 0, judged: judged, maml: MAML(alpha: 0.02, steps: 2)))
    try plain.finish()
    try lifelong.finish()
    expectSameBits(lifelong.learner.theta, plain.learner.theta, "θ")
    #expect(lifelong.learner.random == plain.learner.random)
  }

  @Test("on the first family is MAML to the bit, whatever λ")
  func firstFamily() throws {
    var plain = run(MAML())
    var lifelong = run(LifelongMAML(lambda: 0.9))
    try plain.learnFamily()
    try lifelong.learnFamily()
    expectSameBits(lifelong.learner.theta, plain.learner.theta, "θ")
  }

  @Test(
    "adds λ^(i−j) times the loss of a task kept from family j, adapted as its form says",
    arguments: LifelongMAML.Adaptation.allCases)
  func formula(judged: LifelongMAML.Adaptation) throws {
    // One task of each family is kept, so that which are drawn is known but for the family.
    var run = run(LifelongMAML(lambda: 0.5, judged: judged, tasksKept: 1), iterations: 1)
    var kept: [Episodes] = []
    var draws = Random(seed: 4, "tasks")
    for family in Self.families.prefix(2) {
      kept.append(family.episodes(4, support: 5, query: 6, &draws).picking([0]))
      try run.learnFamily()
    }
    let current = Self.families[2].episodes(4, support: 5, query: 6, &draws)
    var learner = run.learner
    let layout = learner.network.layout
    let theta = Variable(learner.theta)
    let adapted = learner.adapted(theta, to: current.support, rate: 0.01, steps: 1)
    let present = learner.losses(of: current.query, at: adapted).value.values
    var random = learner.random
    var expected = 0.0
    for task in 0..<4 {
      let family = random.below(2)
      let own =
        switch judged {
        case .ofCurrentTask: adapted.value.unstacked(task, of: 4, layout)
        case .ofItsOwn:
          learner.adaptations(to: kept[family].support, rate: 0.01, steps: 1)[1]
        }
      let past = learner.losses(of: kept[family].query, at: Variable(own)).value.scalar
      expected += (Double(present[task]) + [0.25, 0.5][family] * Double(past)) / 4
    }
    let found = run.strategy.loss(current, at: theta, &learner).value.scalar
    #expect(abs(Double(found) - expected) <= 1e-5 * expected)
    #expect(run.strategy.samplesKept == 2 * 11)
  }

  @Test("keeps so many tasks of each family and no more")
  func memory() throws {
    var run = run(LifelongMAML(lambda: 0.5, tasksKept: 7))
    try run.finish()
    #expect(run.strategy.samplesKept == 3 * 7 * 11)
  }
}
