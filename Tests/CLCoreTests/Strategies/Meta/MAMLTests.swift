import CLCore
import TestSupport
import Testing

@Suite("MAML")
struct MAMLTests {
  private let tolerance = 2e-5

  private func gradient(_ method: MAML, _ episodes: Episodes, _ learner: Learner) -> Tensor {
    var (method, learner) = (method, learner)
    return method.lossAndGradient(episodes, &learner).gradient
  }

  @Test("has the meta-gradient (I − αH)ᴷ ∇L(θ') on quadratics", arguments: [1, 2, 5])
  func closedForm(steps: Int) {
    let (learner, episodes, alpha) = (SmallTasks.linear, SmallTasks.values(3), 0.2)
    var expected = [Double](repeating: 0, count: 3)
    for task in 0..<3 {
      let support = QuadraticLoss(episodes.support, task: task)
      let query = QuadraticLoss(episodes.query, task: task)
      var theta = learner.theta.values.map { Double($0) }
      for _ in 0..<steps {
        theta = zip(theta, support.gradient(theta)).map { $0 - alpha * $1 }
      }
      var slope = query.gradient(theta)
      for _ in 0..<steps {
        slope = zip(slope, support.hessian(times: slope)).map { $0 - alpha * $1 }
      }
      for i in expected.indices { expected[i] += slope[i] / 3 }
    }
    let found = gradient(MAML(alpha: alpha, steps: steps), episodes, learner)
    expectClose(found, Tensor(expected.map { Real($0) }), tolerance)
  }

  @Test("has the slope of its loss, through one inner step and through three", arguments: [1, 3])
  func finiteDifferences(steps: Int) {
    let (h, tolerance) = (1e-2, 5e-3)
    for (episodes, outputs) in [(SmallTasks.values(4), 1), (SmallTasks.labels(4), 3)] {
      var learner = SmallTasks.learner(outputs: outputs)
      let method = MAML(alpha: 0.5, steps: steps)
      let slope = gradient(method, episodes, learner)
      var random = Random(seed: 11)
      let direction = random.tensor(learner.theta.shape)
      func loss(_ step: Double) -> Double {
        let theta = learner.theta + Real(step) * direction
        return Double(method.loss(episodes, at: Variable(theta), &learner).value.scalar)
      }
      let found = Double(slope.dot(direction))
      let expected = (loss(-2 * h) - 8 * loss(-h) + 8 * loss(h) - loss(2 * h)) / (12 * h)
      #expect(abs(found - expected) <= tolerance * max(1, abs(expected)))
      // The test means something only where the inner steps' own derivative matters.
      let first = gradient(MAML(alpha: 0.5, steps: steps, order: .first), episodes, learner)
      #expect(abs(Double(first.dot(direction)) - found) > 10 * tolerance)
    }
  }

  @Test("with α = 0 has the gradient of the query loss", arguments: MetaOrder.allCases)
  func noAdaptation(order: MetaOrder) {
    let (learner, episodes) = (SmallTasks.learner(), SmallTasks.values(3))
    let expected = Theta.gradient(at: learner.theta) { theta in
      learner.losses(of: episodes.query, at: theta.stacked(3, learner.network.layout)).mean
    }
    let found = gradient(MAML(alpha: 0, steps: 2, order: order), episodes, learner)
    expectClose(found, expected, tolerance)
  }

  @Test("to first order has the query's gradient at the adapted weights")
  func firstOrder() {
    let (learner, episodes) = (SmallTasks.learner(), SmallTasks.values(3))
    let layout = learner.network.layout
    let adapted = learner.adaptations(to: episodes.support, rate: 0.5, steps: 2)[2]
    let slopes = Theta.gradient(at: adapted) { learner.losses(of: episodes.query, at: $0).mean }
    let found = gradient(MAML(alpha: 0.5, steps: 2, order: .first), episodes, learner)
    expectClose(found, slopes.summedOverStack(3, layout), tolerance)
  }

  @Test("is the same to first and second order where the Hessian is zero")
  func zeroHessian() {
    // The square of a square root is linear in θ.
    let learner = Learner(Root(), SGD(rate: 0.1), seed: 1)
    let positive = Examples(
      inputs: Tensor([0.5, 1, 0.25, 2, 1.5, 0.75], [2, 3, 1]), targets: .values(.zeros([2, 3, 1])))
    let episodes = Episodes(support: positive, query: positive)
    let second = gradient(MAML(alpha: 0.1, steps: 2), episodes, learner)
    let first = gradient(MAML(alpha: 0.1, steps: 2, order: .first), episodes, learner)
    #expect(first.norm > 0.1)
    expectClose(second, first, tolerance)
  }

  @Test("of a meta-batch is the mean of its tasks' own", arguments: MetaOrder.allCases)
  func batched(order: MetaOrder) {
    for (episodes, outputs) in [(SmallTasks.values(7), 1), (SmallTasks.labels(7), 3)] {
      let learner = SmallTasks.learner(outputs: outputs)
      let method = MAML(alpha: 0.3, steps: 2, order: order)
      let apart = (0..<7).map { gradient(method, episodes.picking([$0]), learner) }
      let mean = apart.dropFirst().reduce(apart[0]) { $0 + $1 } / 7
      expectClose(gradient(method, episodes, learner), mean, tolerance)
    }
  }

  @Test("of fewer than no inner steps is refused, when made and when changed")
  func misused() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MAML(steps: -1)
    }
    expect(result, says: ["-1 inner steps"])
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var (method, learner) = (MAML(), SmallTasks.learner())
      method.steps = -2
      _ = method.lossAndGradient(SmallTasks.values(3), &learner)
    }
    expect(result, says: ["-2 steps"])
  }

  @Test("learns sinusoids: one step on five points does more than pretraining's ten")
  func sinusoids() throws {
    // Narrower than the paper's network and on fewer tasks a step: in double precision products are slow.
    func curve(_ method: any MetaStrategy) throws -> AdaptationCurve {
      let learner = Learner(
        MLP(inputs: 1, hidden: [24, 24], outputs: 1), Adam(rate: 4e-3), seed: 1)
      var run = MetaRun(
        method, learner, on: [Sinusoids()], MetaTraining(iterations: 1500, tasks: 10), seed: 1)
      try run.finish()
      var random = Random(seed: 2)
      let test = Sinusoids().episodes(100, support: 5, query: 50, &random)
      return run.learner.adaptationCurve(test, rate: 0.01, steps: 10)
    }
    let (maml, pretrained) = (try curve(MAML()), try curve(Pretraining()))
    #expect(maml.median(after: 1) < 0.7 * pretrained.median(after: 10))
    #expect(maml.median(after: 1) < 0.6 * maml.median(after: 0))
  }
}

/// √(w x + b), for positive numbers.
private struct Root: Network {
  let layout: Layout
  let inputs = 1
  let outputs = 1
  private let line: Linear

  private enum CodingKeys: String, CodingKey { case layout, line }

  init() {
    var layout = Layout()
    line = Linear("line", 1, 1, in: &layout, .constant(1))
    self.layout = layout
  }

  func features(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable { x }

  func callAsFunction(_ x: Variable, at theta: Variable, _ context: inout Context) -> Variable {
    line(x, at: theta, copies: context.copies).squareRoot
  }
}
