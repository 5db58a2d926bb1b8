import CLCore
import Testing

@Suite("A run of meta-learning")
struct MetaRunTests {
  /// Remembers what it is told.
  private struct Diary: MetaStrategy {
    var entries: [String] = []
    let name = "diary"

    private enum CodingKeys: String, CodingKey { case entries }

    mutating func willLearn(family: Int, _ learner: inout Learner) {
      entries.append("will \(family)")
    }
    mutating func didStep(_ episodes: Episodes, _ learner: inout Learner) {
      entries.append(
        "step \(episodes.tasks) \(episodes.support.perTask) \(episodes.query.perTask)")
    }
    mutating func didLearn(family: Int, _ learner: inout Learner) {
      entries.append("did \(family)")
    }
  }

  private func run(_ method: any MetaStrategy, rate: Double = 0.01, seed: UInt64 = 1) -> MetaRun {
    MetaRun(
      method, Learner(MLP(inputs: 1, hidden: [5], outputs: 1), SGD(rate: rate), seed: 2),
      on: [Sinusoids(), Sinusoids()],
      MetaTraining(iterations: 2, tasks: 3, support: 4, query: 5), seed: seed)
  }

  @Test("calls the verbs in their order, with the episodes that were asked for")
  func order() throws {
    var run = run(Diary())
    var events: [MetaRun.Event] = []
    try run.finish { event, _ in events.append(event) }
    let diary = try #require(run.strategy as? Diary)
    let family = ["step 3 4 5", "step 3 4 5"]
    #expect(diary.entries == ["will 0"] + family + ["did 0", "will 1"] + family + ["did 1"])
    #expect(events.count == 6 && events[2] == .learned(family: 0))
    #expect(try run.advance() == nil)
  }

  @Test("meets tasks that depend on its seed alone, not on the method")
  func tasks() throws {
    /// The first amplitudes that a method sees, through the targets of its query sets.
    struct Eye: MetaStrategy {
      var seen: [Real] = []
      let name = "eye"
      let draws: Int
      private enum CodingKeys: String, CodingKey { case seen, draws }
      mutating func didStep(_ episodes: Episodes, _ learner: inout Learner) {
        guard case .values(let values) = episodes.query.targets else { return }
        seen.append(values[0])
        for _ in 0..<draws { _ = learner.random.uniform() }
      }
    }
    func seen(draws: Int, seed: UInt64) throws -> [Real] {
      var run = run(Eye(draws: draws), seed: seed)
      try run.finish()
      let eye = try #require(run.strategy as? Eye)
      return eye.seen
    }
    let first = try seen(draws: 0, seed: 1)
    #expect(Set(first).count == 4)
    #expect(try seen(draws: 3, seed: 1) == first)
    #expect(try seen(draws: 0, seed: 2) != first)
  }

  @Test("stops with an error when the loss is no longer finite")
  func diverged() {
    var run = run(MAML(alpha: 1e30), rate: 1e30)
    #expect(throws: RunError.self) { try run.finish() }
  }

  @Test("does not go on from a checkpoint of other families")
  func otherFamilies() {
    let checkpoint = run(MAML()).checkpoint
    for other in [
      Sinusoids(name: "others"), Sinusoids(amplitudes: 1...5), Sinusoids(domain: 0...1),
    ] {
      #expect(throws: RunError.otherStream) {
        try MetaRun(resuming: checkpoint, on: [other, Sinusoids()])
      }
    }
  }

  @Test("does not go on from a checkpoint of a family of the same name on other images")
  func otherImages() throws {
    func family(_ seed: UInt64, classes: [Int]? = nil) throws -> FewShot {
      try FewShot(prototypes(seed: seed).train, classes: classes, ways: 2, name: "letters")
    }
    let learner = Learner(MLP(inputs: 36, hidden: [5], outputs: 2), SGD(rate: 0.1), seed: 2)
    let run = MetaRun(
      MAML(), learner, on: [try family(1)], MetaTraining(iterations: 2, support: 1, query: 1),
      seed: 1)
    _ = try MetaRun(resuming: run.checkpoint, on: [family(1)])
    for other in try [family(2), family(1, classes: [0, 1, 2])] {
      #expect(throws: RunError.otherStream) { try MetaRun(resuming: run.checkpoint, on: [other]) }
    }
  }
}
