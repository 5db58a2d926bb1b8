import CLCore
import Foundation
import Testing
import palimpsest

/// Laws that hold for every method that there is: one that is added to the list is held to them.
@Suite("Laws of every method")
struct StrategyLawsTests {
  private let images: LabelledImages

  init() throws { images = try smallGlyphs() }

  /// A method with settings, in a scenario.
  private struct Case {
    let type: Method
    let given: [String: SettingValue]
    let scenario: Scenario

    var label: Comment {
      let settings = given.map { "\($0)=\($1.text)" }.sorted().joined(separator: " ")
      return "\(type.about.key) \(settings), \(scenario)"
    }
  }

  /// Every method with its standard settings and with each of its choices, in each of its scenarios.
  private func cases(_ scenarios: [Scenario] = Scenario.allCases) -> [Case] {
    Kinds.library.methods.flatMap { type in
      let small: [String: SettingValue] =
        type.described.contains { $0.name == "memory" } ? ["memory": .number(20)] : [:]
      let choices: [[String: SettingValue]] = type.described.flatMap { setting in
        guard case .choice(let words) = setting.kind else { return [[String: SettingValue]]() }
        return words.filter { .word($0) != setting.standard }.map { [setting.name: .word($0)] }
      }
      return ([[:]] + choices).flatMap { choice in
        type.about.scenarios.filter(scenarios.contains).map {
          Case(type: type, given: small.merging(choice) { $1 }, scenario: $0)
        }
      }
    }
  }

  /// A run over three tasks of two characters each, 12 steps each, that has not begun.
  private func run(_ method: any Strategy, _ scenario: Scenario) throws -> Run {
    let stream = try TaskStream.split(images, tasks: 5, scenario: scenario).tasks(0..<3)
    let network = MLP(inputs: stream.inputSize, hidden: [8, 6], outputs: stream.outputs)
    let learner = Learner(network, Adam(rate: 0.01), for: stream, seed: 1)
    return try Run(
      method, learner, on: stream, Training(iterations: 12, batchSize: 8), seed: 1)
  }

  private func run(_ run: Case) throws -> Run {
    try self.run(run.type.init(run.given), run.scenario)
  }

  private func bits(_ theta: Tensor) -> [UInt32] { theta.values.map { Float($0).bitPattern } }

  @Test("with no strength, or with no memory, it takes fine-tuning's steps to the bit")
  func fineTuning() throws {
    for scenario in Scenario.allCases {
      var plain = try run(FineTuning(), scenario)
      try plain.finish()
      for one in cases([scenario]) {
        guard let settings = one.type.about.fineTuning else { continue }
        var run = try run(one.type.init(one.given.merging(settings) { $1 }), scenario)
        try run.finish()
        #expect(bits(run.learner.theta) == bits(plain.learner.theta), one.label)
      }
    }
  }

  @Test("with its standard settings it is not fine-tuning")
  func differs() throws {
    for one in cases() where one.type.about.key != "fine-tuning" {
      var (plain, run) = (try run(FineTuning(), one.scenario), try run(one))
      try plain.finish()
      try run.finish()
      #expect(bits(run.learner.theta) != bits(plain.learner.theta), one.label)
    }
  }

  @Test("stopped, saved as a checkpoint and resumed, it ends with the same bits")
  func resumed() throws {
    for one in cases() {
      var whole = try run(one)
      var events = 0
      while try whole.advance() != nil { events += 1 }
      for stop in Set([0, 7, events / 2, events * 2 / 3, events - 1]) {
        var stopped = try run(one)
        for _ in 0..<stop { _ = try stopped.advance() }
        let file = try SavedRun(
          config: .crc32(7), curve: [], checkpoint: stopped.checkpoint, resumed: 0
        ).file()
        let saved = try SavedRun(file: file, path: "seed-1.checkpoint")
        var resumed = try Run(resuming: saved.checkpoint, on: stopped.stream)
        let first = stopped.stream[0]
        #expect(resumed.predictions(on: first) == stopped.predictions(on: first), one.label)
        try resumed.finish()
        #expect(bits(resumed.learner.theta) == bits(whole.learner.theta), one.label)
        #expect(resumed.matrix == whole.matrix, one.label)
        #expect(resumed.costs.samples == whole.costs.samples, one.label)
        #expect(resumed.costs.passes == whole.costs.passes, one.label)
        #expect(resumed.strategy.counted == whole.strategy.counted, one.label)
      }
    }
  }

  @Test("it keeps as many vectors of θ's length as its documentation says")
  func memory() throws {
    let vectors = [
      "fine-tuning": 0, "joint": 0, "frozen": 0, "replay": 0, "gem": 0, "a-gem": 0, "s-gem": 0,
      "multimodal": 0, "pnn": 0, "den": 0, "lwf": 1, "ewc": 2, "online-ewc": 2, "l2": 2, "mas": 2,
      "si": 2, "scp": 2, "rwalk": 4, "separate": 2,
    ]
    for type in Kinds.library.methods {
      guard let expected = vectors[type.about.key] else { continue }
      var run = try run(type.standard, type.about.scenarios[0])
      try run.finish()
      #expect(
        run.costs.weights == (1 + expected) * run.learner.theta.count, "\(type.about.key)")
    }
  }

  @Test("its answers do not depend on the task where the scenario does not give it")
  func identity() throws {
    for one in cases([.domain, .class]) {
      var run = try run(one)
      try run.finish()
      for task in run.stream {
        let renamed = Experience(
          index: (task.index + 1) % run.stream.count, name: "", train: task.train, test: task.test,
          classes: task.classes)
        #expect(run.predictions(on: renamed) == run.predictions(on: task), one.label)
      }
    }
  }

  @Test("made for the scenario task alone, it is refused where the task is not given")
  func refused() throws {
    for type in Kinds.library.methods where type.about.scenarios == [.task] {
      for scenario in [Scenario.domain, .class] {
        #expect(throws: RunError.needsTaskIdentity(method: type.standard.name, scenario: scenario))
        {
          try run(type.standard, scenario)
        }
      }
    }
  }
}
