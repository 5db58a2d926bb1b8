import CLCore
import TestSupport
import Testing

@Suite("EWC and online EWC")
struct EWCTests {
  @Test("EWC's steepness is λ F about θ*, and its slope is that of λ/2 Σ F (θ − θ*)²")
  func ewcPenalty() throws {
    var run = try smallRun(EWC(lambda: 7), .class)
    try run.learnTask()
    let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
    let fisher = run.learner.fisher(.exact, of: run.stream[0].train, task: 0)
    expectSameBits(well.centre, run.learner.theta, "θ")
    #expect((well.weight - 7 * fisher).norm <= 1e-6 * well.weight.norm)
    let theta = run.learner.theta + 0.01
    var slope = Tensor.zeros(theta.shape)
    _ = well.add(to: &slope, at: theta)
    let expected = gradient(at: theta) { theta in
      let away = theta - Variable(run.learner.theta)
      return 3.5 * (Variable(fisher) * away.squared).sum
    }
    #expect((slope - expected).norm <= 1e-4 * expected.norm)
  }

  @Test(
    "after two tasks EWC pulls towards both solutions, each with its own task's Fisher information")
  func twoTasks() throws {
    var run = try smallRun(EWC(lambda: 7), .class)
    var old: [(fisher: Tensor, solution: Tensor)] = []
    for task in 0..<2 {
      try run.learnTask()
      let fisher = run.learner.fisher(.exact, of: run.stream[task].train, task: task)
      old.append((fisher, run.learner.theta))
    }
    let well = try #require(run.strategy.penalty(run.stream[2], run.learner))
    let theta = run.learner.theta + 0.01
    var slope = Tensor.zeros(theta.shape)
    _ = well.add(to: &slope, at: theta)
    let parts = old.map { 7 * ($0.fisher * (theta - $0.solution)) }
    #expect((slope - (parts[0] + parts[1])).norm <= 1e-4 * slope.norm)
    #expect(parts.allSatisfy { $0.norm > 0.01 * slope.norm })
  }

  @Test("online EWC sums decayed information about the last solution")
  func online() throws {
    var run = try smallRun(OnlineEWC(lambda: 2, gamma: 0.5), .class)
    try run.learnTask()
    let first = try #require(run.strategy.penalty(run.stream[0], run.learner))
    try run.learnTask()
    let second = try #require(run.strategy.penalty(run.stream[1], run.learner))
    let own = run.learner.fisher(.exact, of: run.stream[1].train, task: 1)
    let expected = 2 * own + 0.5 * first.weight
    #expect((second.weight - expected).norm <= 1e-5 * expected.norm)
    expectSameBits(second.centre, run.learner.theta, "θ")
  }

  @Test("merged wells pull as the separate ones together do, and differ by a constant")
  func merged() {
    var random = Random(seed: 8, "wells")
    func vector(_ draw: (inout Random) -> Double) -> Tensor {
      Tensor((0..<50).map { _ in Real(draw(&random)) })
    }
    let wells = (0..<4).map { _ in
      Quadratic(
        weight: vector { max(0, $0.normal()) * 100 }, centre: vector { $0.normal() })
    }
    let one = wells.dropFirst().reduce(wells[0]) { $0.merged(with: $1) }
    var differences: [Real] = []
    for _ in 0..<3 {
      let theta = vector { $0.normal() }
      var apart = Tensor.zeros([50])
      var together = Tensor.zeros([50])
      let values = wells.map { $0.add(to: &apart, at: theta) }.reduce(0, +)
      differences.append(values - one.add(to: &together, at: theta))
      #expect((apart - together).norm <= 1e-5 * apart.norm)
    }
    for difference in differences {
      #expect(abs(difference - differences[0]) <= 1e-4 * abs(differences[0]))
    }
  }

  @Test("as in GEM's paper is strength Σ g² (θ − θ*)², g one gradient of the first samples")
  func gem2017() throws {
    var run = try smallRun(EWC.gem2017(strength: 5, memories: 7), .domain)
    try run.learnTask()
    let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
    let g = run.learner.gradient(Batch(run.stream[0], Array(0..<7)))
    #expect((well.weight - 10 * g.squared).norm <= 1e-5 * well.weight.norm)
  }

  @Test(
    "a strength that is changed counts for later tasks, and leaves what is held of earlier ones")
  func laterStrength() throws {
    var run = try smallRun(EWC(lambda: 3), .task)
    try run.learnTask()
    var method = try #require(run.strategy as? EWC)
    let held = try #require(method.quadratic?.weight)
    method.lambda = 0
    run.strategy = method
    try run.learnTask()
    let later = try #require((run.strategy as? EWC)?.quadratic?.weight)
    expectSameBits(later, held, "nothing is added with no strength")
    method.lambda = 3
    run.strategy = method
    try run.learnTask()
    let latest = try #require((run.strategy as? EWC)?.quadratic?.weight)
    #expect(latest != held)
  }
}
