import CLCore
import TestSupport
import Testing

@Suite("Dynamically expandable networks")
struct DENTests {
  private static func progress(_ run: Run) throws -> DEN.Progress {
    try #require((run.strategy as? DEN)?.progress)
  }

  /// Advances until a stage of the second task has begun, before its first step; `nil` if it never does.
  private static func run(_ method: DEN, to stage: DEN.Stage) throws -> Run? {
    var run = try smallRun(method, .task)
    try run.learnTask()
    var last = run
    while run.matrix[after: 2, on: 0] == nil {
      last = run
      _ = try run.advance()
      // A stage is prepared in the call that makes its first step: what was prepared is seen by making that
      // step one of length 0.
      if try progress(run).stage == stage { return try still(last) }
    }
    return nil
  }

  private static func still(_ run: Run) throws -> Run {
    var run = run
    run.learner.optimizer = SGD(rate: 0)
    _ = try run.advance()
    return run
  }

  @Test("the first task's L1 sets weights to exactly 0, more of them the stronger it is")
  func sparse() throws {
    let zeros = try [0, 0.0005, 0.002].map { strength in
      var run = try smallRun(DEN(sparsity: strength), .task)
      try run.learnTask()
      return run.learner.theta.values.count { $0 == 0 }
    }
    #expect(zeros[0] == 0 && zeros[1] > 20 && zeros[2] > zeros[1])
  }

  @Test("selective retraining moves the units behind the new head, and nothing else")
  func selective() throws {
    // A strength at which something is left out of every hidden layer, and not all.
    var found: (run: Run, units: [[Int]], mask: Tensor)?
    for strength in stride(from: 0.002, to: 0.01, by: 0.001) where found == nil {
      let method = DEN(
        sparsity: strength, lossThreshold: .infinity, driftThreshold: .infinity, headShare: 1)
      let run = try #require(try Self.run(method, to: .retrain))
      let network = try #require(run.learner.network as? MLP)
      let units = network.unitsBehind(2..<4, at: run.learner.theta)
      if units[1].count < 16 && units[2].count < 12 && !units[0].isEmpty {
        found = (run, units, network.mask(of: units, outputs: 2..<4))
      }
    }
    var (run, units, mask) = try #require(found)
    #expect(run.learner.trainable == mask)
    let before = run.learner.theta
    run.learner.optimizer = Adam(rate: 0.01)
    for _ in 0..<20 { _ = try run.advance() }
    let moved = zip(run.learner.theta.values, before.values).map { $0 != $1 }
    for (moved, inside) in zip(moved, mask.values) where inside == 0 { #expect(!moved) }
    #expect(moved.count { $0 } > units[2].count)
    try run.learnTask()
    #expect(try Self.progress(run).changes[1].selected == units.map(\.count))
  }

  @Test("the pull towards Wᵗ⁻¹ holds the hidden layers, and no head: a new one has no Wᵗ⁻¹")
  func pull() throws {
    let method = DEN(decay: 0, pull: 1, lossThreshold: .infinity, driftThreshold: 0)
    for stage in [DEN.Stage.retrain, .split] {
      let run = try #require(try Self.run(method, to: stage))
      let network = try #require(run.learner.network as? MLP)
      let well = try #require(run.strategy.penalty(run.stream[1], run.learner))
      for slot in [network.head.weight, network.head.bias] {
        #expect(well.weight[slot].values.allSatisfy { $0 == 0 }, "\(stage)")
      }
      // λ (w − c)² is ½ · 2λ (w − c)²; copies of split units have nothing to be pulled to.
      let pulled = network.hidden.map { well.weight[$0.weight].values.count { $0 == 2 } }
      #expect(pulled == [36 * 16, 16 * 12], "\(stage)")
      #expect(well.weight.values.allSatisfy { $0 == 0 || $0 == 2 }, "\(stage)")
    }
  }

  @Test("thresholds that nothing can be compared with are refused by name")
  func refused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = DEN(driftThreshold: .nan)
    }
    expect(result, says: ["DEN", "a loss of 0.01", "a drift of nan"])
  }

  @Test(
    "a loss above τ expands the network by k units a layer, of which only what is new is trained")
  func expands() throws {
    let method = DEN(group: 0, lossThreshold: 0, added: 5, driftThreshold: .infinity)
    var run = try #require(try Self.run(method, to: .expand))
    let network = try #require(run.learner.network as? MLP)
    #expect(network.widths == [21, 17])
    let small = network.with(hidden: [16, 12])
    let old = small.layout.carry(
      run.learner.theta, from: network.layout, fresh: .zeros([small.layout.count]))
    run.learner.optimizer = Adam(rate: 0.01)
    let trainable = try #require(run.learner.trainable)
    // 36·5 + 16·5 + 5·12 + 5·5 new weights, 10 biases, 17·2 + 2 of the head.
    #expect(trainable.sum == 180 + 80 + 60 + 25 + 10 + 36)
    try run.learnTask()
    let then = small.layout.carry(
      run.learner.theta, from: network.layout, fresh: .zeros([small.layout.count]))
    for layer in small.hidden {
      #expect(then[layer.weight] == old[layer.weight] && then[layer.bias] == old[layer.bias])
    }
    let progress = try Self.progress(run)
    #expect(progress.changes[1].added == [5, 5] && progress.expansions == 10)
    #expect(progress.stamps == [[16, 12], [21, 17]])
  }

  @Test(
    "units that the group norm has emptied are removed again; without loss above τ none are added")
  func removed() throws {
    for method in [
      DEN(group: 1, lossThreshold: 0, driftThreshold: .infinity),
      DEN(lossThreshold: .infinity, driftThreshold: .infinity),
    ] {
      var run = try smallRun(method, .task)
      try run.finish()
      #expect((run.learner.network as? MLP)?.widths == [16, 12])
      #expect(try Self.progress(run).expansions == 0)
    }
  }

  @Test("a group norm between leaves some of the new units")
  func someRemoved() throws {
    var counts: Set<Int> = []
    for strength in [0.005, 0.01, 0.02, 0.04] {
      let method = DEN(
        group: strength, lossThreshold: 0, added: 8, driftThreshold: .infinity)
      var run = try smallRun(method, .task)
      try run.finish()
      let progress = try Self.progress(run)
      counts.formUnion(progress.changes.dropFirst().flatMap(\.added))
      #expect((run.learner.network as? MLP)?.widths == progress.stamps.last)
    }
    #expect(counts.contains { 0 < $0 && $0 < 8 }, "\(counts)")
  }

  @Test(
    "a unit that has drifted beyond σ is put back as it was, and its copy has what it had become")
  func splits() throws {
    // σ between the drifts of units that one run without splits has measured.
    var unsplit = try smallRun(
      DEN(lossThreshold: .infinity, driftThreshold: .infinity), .task)
    try unsplit.learnTask()
    try unsplit.learnTask()
    let sigma = try Self.progress(unsplit).changes[1].drift.flatMap { $0 }.sorted()[14]
    let method = DEN(lossThreshold: .infinity, driftThreshold: sigma)
    var run = try smallRun(method, .task)
    try run.learnTask()
    let before = run.learner.theta
    let split = try #require(try Self.run(method, to: .split))
    let progress = try Self.progress(split)
    let network = try #require(split.learner.network as? MLP)
    let small = network.with(hidden: [16, 12])
    let now = small.layout.carry(
      split.learner.theta, from: network.layout, fresh: .zeros([small.layout.count]))
    let drift = small.drift(now, from: before, small)
    try run.learnTask()
    let measured = try Self.progress(run).changes[1]
    var units = 0
    for (layer, drifts) in measured.drift.enumerated() {
      for (unit, amount) in drifts.enumerated() {
        // Split: nothing is left of the drift. Not split: all of it is.
        let expected = amount > sigma ? 0 : amount
        #expect(abs(drift[layer][unit] - expected) < 1e-6)
        units += amount > sigma ? 1 : 0
      }
    }
    #expect(units == 13)
    #expect(measured.split.reduce(0, +) == units && progress.stage == .split)
    #expect(network.widths == zip([16, 12], measured.split).map { $0 + $1 })
    #expect(try Self.progress(run).splits == units && run.strategy.counted["splits"] == units)
  }

  @Test("with every unit split, earlier scores are back to the bit and the new task's are kept")
  func splitAll() throws {
    let method = DEN(decay: 1, lossThreshold: .infinity, driftThreshold: 0)
    var run = try smallRun(method, .task)
    try run.learnTask()
    let first = run.scores(of: 0).columns(0..<2)
    var retrained = run
    while try Self.progress(retrained).stage != .split {
      run = retrained
      _ = try retrained.advance()
    }
    #expect(run.scores(of: 0).columns(0..<2) != first, "nothing has drifted")
    let second = run.scores(of: 1)
    let split = try Self.still(run)
    #expect((split.learner.network as? MLP)?.widths == [32, 24])
    expectSameBits(split.scores(of: 0).columns(0..<2), first, "the first task")
    expectClose(
      split.scores(of: 1).columns(2..<4), second.columns(2..<4), 64 * Double(Real.ulpOfOne))
  }

  @Test("new units never reach an earlier task's scores, whatever their weights")
  func timestamps() throws {
    let method = DEN(group: 1e-4, lossThreshold: 0, added: 4, driftThreshold: 0.3)
    var run = try smallRun(method, .task)
    try run.finish()
    let network = try #require(run.learner.network as? MLP)
    let stamps = try Self.progress(run).stamps
    var random = Random(seed: 1)
    for task in 0..<2 {
      #expect(zip(stamps[task], network.widths).allSatisfy { $0 < $1 })
      let small = network.with(hidden: stamps[task])
      let known = small.layout.carry(
        run.learner.theta, from: network.layout, fresh: .zeros([small.layout.count]))
      var other = run
      other.learner.theta = network.layout.carry(
        known, from: small.layout, fresh: random.tensor([network.layout.count]))
      #expect(other.learner.theta != run.learner.theta)
      expectSameBits(other.scores(of: task), run.scores(of: task), "task \(task)")
      #expect(other.scores(of: 2) != run.scores(of: 2))
    }
  }

  @Test("every task is learnt, and what is forgotten is what has drifted")
  func learns() throws {
    var run = try smallRun(
      DEN(sparsity: 1e-4), .task, training: Training(iterations: 80, batchSize: 16))
    try run.finish()
    #expect(try #require(run.matrix.averageAccuracy) > 0.9)
    #expect(try #require(run.matrix.backwardTransfer) > -0.05)
    // All units split and pulled back hard: next to nothing is forgotten.
    var held = try smallRun(DEN(pull: 1e3, driftThreshold: 0), .task, optimizer: SGD(rate: 1e-4))
    try held.learnTask()
    let first = held.scores(of: 0).columns(0..<2)
    try held.finish()
    expectClose(held.scores(of: 0).columns(0..<2), first, 1e-2)
  }
}
