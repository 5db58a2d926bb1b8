import CLCore
import Testing
import palimpsest

@Suite("The stream of a protocol")
struct StreamPlanTests {
  private func config(_ stream: StreamKind, _ scenario: Scenario) throws -> RunConfig {
    var config = RunConfig()
    (config.stream, config.scenario) = (stream, scenario)
    return try config.checked()
  }

  @Test(
    "Tasks held back and tasks reported on are together those of the whole stream, with labels from 0",
    arguments: StreamKind.allCases, Scenario.allCases)
  func heldBack(kind: StreamKind, scenario: Scenario) throws {
    let images = try smallGlyphs()
    var config = try config(kind, scenario)
    let whole = try config.experiment.makeStream(images, seed: 3)
    config.heldBack = 2
    let reported = try config.experiment.makeStream(images, seed: 3)
    config.onHeldBack = true
    let held = try config.experiment.makeStream(images, seed: 3)
    #expect(held.count == 2 && reported.count == 3)
    for (part, first) in [(held, 0), (reported, 2)] {
      if scenario != .domain { #expect(part.outputs == whole.outputs / 5 * part.count) }
      for task in part {
        let original = whole[first + task.index]
        #expect(task.train.rows == original.train.rows && task.test.rows == original.test.rows)
        #expect(task.train.transform == original.train.transform)
        #expect(part.outputs >= task.classes.upperBound)
        let shift = original.classes.lowerBound - task.classes.lowerBound
        for position in 0..<task.train.count {
          #expect(task.train.label(at: position) == original.train.label(at: position) - shift)
          #expect(task.classes.contains(task.train.label(at: position)))
        }
      }
    }
    #expect(held.fingerprint != reported.fingerprint)
  }

  @Test("Shared outputs: the task is told, and all tasks have the same outputs")
  func sharedOutputs() throws {
    var config = try config(.permuted, .task)
    config.sharedOutputs = true
    let stream = try config.experiment.makeStream(smallGlyphs(), seed: 1)
    #expect(stream.scenario == .task && stream.outputs == 10)
    #expect(stream.allSatisfy { $0.classes == 0..<10 })
  }

  @Test(
    "Classes in a given order and in their natural one do not depend on the seed; shuffled ones do")
  func classes() throws {
    var config = try config(.split, .task)
    func names(_ seed: UInt64) throws -> [String] {
      try config.experiment.makeStream(smallGlyphs(), seed: seed).outputNames
    }
    #expect(try names(1) != names(2))
    config.classes = .natural
    #expect(try names(1) == names(2) && names(1) == smallGlyphs().classNames)
    config.classes = .given([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(try names(1) == smallGlyphs().classNames.reversed())
  }
}
