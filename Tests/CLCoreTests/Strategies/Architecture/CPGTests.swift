import CLCore
import TestSupport
import Testing

@Suite("Compacting, picking and growing")
struct CPGTests {
  private static func progress(_ run: Run) throws -> CPG.Progress {
    try #require((run.strategy as? CPG)?.progress)
  }

  @Test("a goal out of reach lets the network grow to its widest, and then becomes what it reached")
  func grows() throws {
    let method = CPG(goal: .accuracy(1.01), growth: 0.5, widest: 2)
    var run = try smallRun(method, .task)
    try run.learnTask()
    let progress = try Self.progress(run)
    #expect(progress.growths == 2)
    #expect((run.learner.network as? MLP)?.widths == [32, 24])
    #expect(progress.learnt[0].goal <= 1)
    try run.finish()
    #expect(try Self.progress(run).growths == 2)
    #expect(run.strategy.counted["growths"] == 2)
  }

  @Test("after growing the optimiser begins anew, in the first task too")
  func beginsAnew() throws {
    var run = try smallRun(CPG(goal: .accuracy(1.01), growth: 0.5, widest: 2), .task)
    while run.stepsMade < 40 { _ = try run.advance() }
    #expect(try Self.progress(run).growths == 0)
    var fresh = run
    fresh.learner.optimizer = Adam(rate: 0.01)
    for _ in 0..<2 {
      _ = try run.advance()
      _ = try fresh.advance()
      #expect(try Self.progress(run).growths == 1)
      expectSameBits(run.learner.theta, fresh.learner.theta, "step \(run.stepsMade)")
    }
  }

  @Test("growing for a later task leaves an earlier one's scores as they were, to the bit")
  func growsLater() throws {
    var run = try smallRun(CPG(goal: .accuracy(0), growth: 0.5, widest: 2), .task)
    try run.learnTask()
    #expect(try Self.progress(run).growths == 0)
    let scores = run.scores(of: 0)
    var method = try #require(run.strategy as? CPG)
    method.goal = .accuracy(1.01)
    run.strategy = method
    var widths: Set<[Int]> = []
    while run.matrix[after: 2, on: 0] == nil {
      _ = try run.advance()
      guard let wide = (run.learner.network as? MLP)?.widths, !widths.contains(wide) else {
        continue
      }
      widths.insert(wide)
      expectSameBits(run.scores(of: 0), scores, "just grown to \(wide)")
    }
    #expect(try Self.progress(run).growths == 2)
    #expect(widths == [[16, 12], [24, 18], [32, 24]])
    expectSameBits(run.scores(of: 0), scores, "at the end")
  }

  @Test("a goal that is met at once: no growth, and all but 5 % of a task's weights are given back")
  func compacts() throws {
    var run = try smallRun(CPG(goal: .accuracy(0)), .task)
    var free = [36 * 16, 16 * 12]
    let layout = run.learner.network.layout
    for task in 1...3 {
      try run.learnTask()
      let progress = try Self.progress(run)
      #expect(progress.growths == 0 && progress.learnt[task - 1].sparsity == 0.95)
      let given = free.map { Int((0.95 * Double($0)).rounded()) }
      #expect(progress.ownership.held(by: task, in: layout) == zip(free, given).map { $0 - $1 })
      #expect(progress.ownership.held(by: 0, in: layout) == given)
      free = given
    }
  }

  @Test("a stage that misses the goal is undone: what is kept is what met it")
  func undone() throws {
    // The first task reaches some accuracy on the samples held back; all stages kept reach it too.
    var run = try smallRun(CPG(goal: .alone(less: 0), widest: 1), .task)
    try run.learnTask()
    let learnt = try Self.progress(run).learnt[0]
    let held = run.stream[0].train.subset(Array(72..<80))
    let scores = run.strategy.scores(
      Batch(held, Array(0..<8), task: 0).inputs, task: 0, run.learner)
    let right = zip(scores.columns(0..<2).argmaxOfRows, held.labels(at: Array(0..<8)))
      .count { $0 == $1 }
    #expect(Double(right) / 8 >= learnt.goal)
    let freed = try Self.progress(run).ownership.held(by: 0, in: run.learner.network.layout)
    #expect(freed == [576, 192].map { Int((learnt.sparsity * $0).rounded()) })
  }

  @Test("a pruned weight stays exactly 0 through momentum, Adam and weight decay")
  func zero() throws {
    for optimizer in restless {
      var run = try smallRun(CPG(goal: .accuracy(0)), .task, optimizer: optimizer)
      var looked = 0
      while try run.advance() != nil {
        // Before the first step weights belong to nobody that were never pruned.
        guard run.stepsMade > 0 else { continue }
        let owners = try Self.progress(run).ownership.owners
        let moved = zip(owners, run.learner.theta.values).count { $0 == 0 && $1 != 0 }
        #expect(moved == 0, "\(optimizer.name), step \(run.stepsMade)")
        looked += owners.count { $0 == 0 }
      }
      #expect(looked > 1000)
    }
  }

  @Test("a task uses its own weights and those of earlier tasks that it picked, and no others")
  func uses() throws {
    var run = try smallRun(
      CPG(goal: .accuracy(0), maskRate: 0.01), .task,
      training: Training(iterations: 60, batchSize: 16))
    try run.finish()
    let progress = try Self.progress(run)
    var leftOut = 0
    for (task, learnt) in progress.learnt.enumerated() {
      let used = learnt.used.tensor.values
      var picked = 0
      for (owner, used) in zip(progress.ownership.owners, used) {
        if owner == 0 || Int(owner) > task + 1 { #expect(used == 0) }
        if Int(owner) == task + 1 { #expect(used == 1) }
        if owner > 0 && Int(owner) <= task {
          (picked, leftOut) = (picked + 1, leftOut + (used == 0 ? 1 : 0))
        }
      }
      #expect(task == 0 ? learnt.picked == 0 : learnt.picked > 0 && learnt.picked <= picked)
    }
    #expect(leftOut > 0, "everything was picked")
  }

  @Test(
    "a bit falls where a larger share of its weight would raise the loss, and rises where it would not"
  )
  func picksByTheSlope() throws {
    var (fallen, risen) = (0, 0)
    for seed in 1...8 as ClosedRange<UInt64> {
      // One step on all 72 samples that are not held back. Adam's first is ±0.006 long: from 0.01 a bit's
      // M falls below 0.005, or rises.
      var run = try smallRun(
        CPG(goal: .accuracy(0), maskRate: 0.006), .task,
        training: Training(iterations: 1, batchSize: 72), seed: seed)
      try run.learnTask()
      var (method, learner) = (run.strategy, run.learner)
      method.willLearn(run.stream[1], &learner)
      let phase = method.phase(
        0, of: run.stream[1], after: [run.stream[0]], run.training, &learner)
      let held = Set(try #require(phase).heldBack)
      let seen = Batch(run.stream[1], (0..<80).filter { !held.contains($0) })
      try #require(seen.count == 72)
      let slope = run.learner.gradient(seen) * run.learner.theta
      let owners = try Self.progress(run).ownership.owners
      let network = try #require(run.learner.network as? MLP)
      try run.learnTask()
      let used = try Self.progress(run).learnt[1].used.tensor
      for i in network.hidden.flatMap({ Array($0.weight.range) }) where owners[i] == 1 {
        // Where the slope is next to nothing Adam's ε shortens the step, and rounding has the sign.
        guard abs(slope[i]) > 1e-5 else { continue }
        #expect(used[i] == (slope[i] > 0 ? 0 : 1))
        if slope[i] > 0 { fallen += 1 } else { risen += 1 }
      }
    }
    #expect(fallen > 5 && risen > 5, "\(fallen) and \(risen)")
  }

  @Test("a goal that no accuracy can be compared with is refused by name")
  func refused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = CPG(goal: .accuracy(.nan))
    }
    expect(result, says: ["CPG", "accuracy(nan)"])
  }

  @Test("straight through: another value, the slope of the variable itself")
  func straightThrough() {
    let x = Tensor([1, -2, 3])
    let slope = gradient(at: x) { x in
      let gated = x.straightThrough(Tensor([1, 0, 3]))
      #expect(gated.value == Tensor([1, 0, 3]))
      return (gated * gated).sum
    }
    #expect(slope == Tensor([2, 0, 6]))
    #expect(
      gradient(at: x) { ($0.straightThrough(.ones([3])) * Variable(Tensor([4, 5, 6]))).sum }
        == Tensor([4, 5, 6]))
  }
}
