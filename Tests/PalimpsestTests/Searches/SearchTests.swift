import CLCore
import Foundation
import Testing
import palimpsest

@Suite("Searching for settings")
struct SearchTests {
  private func setting(_ name: String) throws -> SettingDescription {
    try #require((EWC.described + GEM.described).first { $0.name == name })
  }

  @Test("A range has its ends and equal steps, on a logarithm or not; a list has what it says")
  func axes() throws {
    func numbers(_ text: String, _ name: String) throws -> [SettingValue] {
      try SearchAxis(text, of: setting(name)).values
    }
    #expect(
      try numbers("1e0..1e10:log11", "lambda") == (0...10).map { .number(pow(10, Double($0))) })
    #expect(try numbers("0..1:lin5", "margin") == [0, 0.25, 0.5, 0.75, 1].map { .number($0) })
    #expect(try numbers("1,30,2.5", "lambda") == [1, 30, 2.5].map { .number($0) })
    #expect(try numbers("64..256:log3", "memory") == [64, 128, 256].map { .number($0) })
    #expect(
      try SearchAxis("exact,sampled", of: setting("fisher")).values == [
        .word("exact"), .word("sampled"),
      ])
  }

  @Test(
    "What is no range, or leads where the setting cannot go, is refused",
    arguments: [
      "1..10", "1..10:log1", "10..1:log3", "0..1:log3", "1..:log3", "a,b", "-1..1:lin3",
      "1..9:exp3",
    ])
  func refused(text: String) throws {
    #expect(throws: (any Error).self) { try SearchAxis(text, of: setting("lambda")) }
  }

  private func base() throws -> RunConfig {
    var config = RunConfig()
    (config.method, config.iterations, config.hidden, config.seeds) = ("ewc", 4, [6], [1000])
    (config.batch, config.tasks) = (8, 5)
    return config
  }

  @Test(
    "A grid has every combination once; chance keeps to the range, and more draws keep the first")
  func plans() throws {
    let rate = try #require(Adam.described.first)
    let axes = [
      try SearchAxis("1e0..1e4:log3", of: setting("lambda")),
      try SearchAxis("exact,sampled", of: setting("fisher")),
    ]
    let mover = [try SearchAxis("1e-3,1e-2", of: rate)]
    let grid = try SearchPlan(base(), axes, optimizer: mover, random: nil)
    #expect(grid.trials.count == 12 && Set(grid.trials.map { grid.values(of: $0) }).count == 12)
    #expect(grid.names == ["lambda", "fisher", "optimizer.rate"])
    let few = try SearchPlan(base(), axes, optimizer: mover, random: 5)
    let many = try SearchPlan(base(), axes, optimizer: mover, random: 40)
    #expect(Array(many.trials.prefix(5)) == few.trials)
    for trial in many.trials {
      guard case .number(let lambda)? = trial.settings["lambda"] else { continue }
      #expect((1...1e4).contains(lambda))
    }
    #expect(throws: (any Error).self) { try SearchPlan(base(), [], optimizer: [], random: nil) }
  }

  @Test("Trials meet the tasks held back; the best settings are for the others and for other seeds")
  func best() throws {
    var config = try base()
    config.heldBack = 2
    let axis = try SearchAxis("1,100,1e4", of: setting("lambda"))
    let plan = try SearchPlan(config, [axis], optimizer: [], random: nil)
    #expect(plan.trials.allSatisfy { $0.onHeldBack == true })
    let place = try TemporaryFolder()
    let images = try smallGlyphs()
    let records = try plan.trials.enumerated().map { i, trial in
      try finish(trial, in: RunFolder(place.path + "/trial-\(i + 1)"), images)
    }
    #expect(records.allSatisfy { $0[0].matrix.tasks == 2 })
    let result = SearchResult(plan, records)
    let means = result.accuracies.compactMap { $0?.mean }
    let winner = try #require(result.best)
    #expect(means[winner] == means.max() && means.firstIndex(of: means[winner]) == winner)
    let best = try #require(result.bestConfig(seeds: [0, 1]))
    #expect(best.settings["lambda"] == axis.values[winner])
    #expect(best.seeds == [0, 1] && best.onHeldBack == nil && best.heldBack == 2)
    #expect(try best.experiment.makeStream(images, seed: 0).count == 3)
    let lines = result.log.split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "trial,lambda,accuracy,sem,seeds,status")
  }

  @Test("A trial that diverges has a row without an accuracy, and the best is one of the others")
  func divergedTrial() throws {
    let place = try TemporaryFolder()
    let images = try smallGlyphs()
    func result(_ rates: String) throws -> SearchResult {
      let rate = try SearchAxis(rates, of: try #require(Adam.described.first))
      let plan = try SearchPlan(base(), [], optimizer: [rate], random: nil)
      let runs = plan.trials.enumerated().map { ($1, RunFolder(place.path + "/\(rates)-\($0)")) }
      let session = RunSession(runs, images: images, threads: 1)
      return SearchResult(plan, try session.run(RunReport(runs: runs.count, voice: .quiet)))
    }
    let some = try result("1e37,1e-3")
    let rows = some.log.split(separator: "\n")
    #expect(rows[1] == "1,1e37,,,0,diverged" && rows[2].hasSuffix(",1,finished"))
    #expect(
      some.best == 1 && some.bestConfig(seeds: [0])?.optimizerSettings["rate"] == .number(1e-3))
    let none = try result("1e37,1e38")
    #expect(none.best == nil && none.bestConfig(seeds: [0]) == nil)
  }
}
