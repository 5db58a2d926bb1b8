import CLCore
import TestSupport
import Testing

@Suite("PackNet")
struct PackNetTests {
  private static func method(_ run: Run) throws -> PackNet {
    try #require(run.strategy as? PackNet)
  }

  @Test("a pruned weight stays exactly 0 through momentum, Adam and weight decay")
  func zero() throws {
    for optimizer in restless {
      var run = try smallRun(PackNet(), .task, optimizer: optimizer)
      var looked = 0
      while try run.advance() != nil {
        let owners = try #require(Self.method(run).ownership).owners
        let moved = zip(owners, run.learner.theta.values).count { $0 == 0 && $1 != 0 }
        #expect(moved == 0, "\(optimizer.name), step \(run.stepsMade)")
        looked += owners.count { $0 == 0 }
      }
      #expect(looked > 1000)
    }
  }

  @Test("owners partition the weights: task k keeps (1 − ρ) ρᵏ⁻¹ of every matrix, up to rounding")
  func partition() throws {
    for pruning in [0, 0.5, 0.75] {
      var run = try smallRun(PackNet(pruning: pruning), .task)
      try run.finish()
      let layout = run.learner.network.layout
      let ownership = try #require(Self.method(run).ownership)
      var free = [36 * 16, 16 * 12]
      for task in 1...3 {
        let given = free.map { Int((pruning * Double($0)).rounded()) }
        #expect(ownership.held(by: task, in: layout) == zip(free, given).map { $0 - $1 })
        free = given
      }
      #expect(ownership.held(by: 0, in: layout) == free)
      // Biases are the first task's; of the head each task has its two outputs.
      #expect(
        ownership.owners.count { $0 == 1 } == ownership.held(by: 1, in: layout).reduce(28 + 26, +))
      #expect(ownership.owners.count { $0 == 3 } == ownership.held(by: 3, in: layout).reduce(26, +))
    }
  }

  @Test("nothing but a task's own weights moves while it is learnt, biases in the first task alone")
  func frozen() throws {
    var run = try smallRun(PackNet(), .task, optimizer: Decaying())
    try run.learnTask()
    for task in 2...3 {
      let before = run.learner.theta
      try run.learnTask()
      let owners = try #require(Self.method(run).ownership).owners
      for (i, owner) in owners.enumerated() where owner != 0 && owner != task {
        #expect(run.learner.theta[i].bitPattern == before[i].bitPattern)
      }
      #expect(owners.indices.contains { owners[$0] == task && run.learner.theta[$0] != before[$0] })
    }
  }

  @Test("trains as long as it says: a task's length, and half of it again after pruning")
  func length() throws {
    var run = try smallRun(PackNet(retraining: 0.5), .task)
    try run.finish()
    #expect(run.stepsMade == 3 * (40 + 20))
    var once = try smallRun(PackNet(retraining: 0), .task)
    try once.finish()
    #expect(once.stepsMade == 3 * 40)
  }

  @Test("without room, after ρ = 0, a later task has its head alone, on features that are frozen")
  func full() throws {
    var packed = try smallRun(PackNet(pruning: 0, retraining: 0), .task, optimizer: SGD(rate: 0.1))
    var frozen = try smallRun(FrozenFeatures(), .task, optimizer: SGD(rate: 0.1))
    try packed.finish()
    try frozen.finish()
    expectSameBits(packed.learner.theta, frozen.learner.theta, "PackNet with ρ = 0")
  }
}
