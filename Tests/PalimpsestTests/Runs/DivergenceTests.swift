import CLCore
import Foundation
import Testing
import palimpsest

@Suite("Runs that diverge")
struct DivergenceTests {
  private func config(_ method: String, rate: Double, iterations: Int = 6) throws -> RunConfig {
    var config = try #require(try smallProtocols().first { $0.method == method })
    (config.seeds, config.optimizer) = ([0, 1], "sgd")
    config.optimizerSettings = ["rate": .number(rate)]
    config.iterations = iterations
    return try config.checked()
  }

  private func session(
    _ runs: [(config: RunConfig, folder: RunFolder)], retries: Bool = false
  ) throws -> RunSession {
    RunSession(runs, images: try smallGlyphs(), threads: 1, retriesDiverged: retries)
  }

  private func run(_ session: RunSession) throws -> [[SeedRecord]] {
    try session.run(RunReport(runs: session.jobs.count, voice: .quiet))
  }

  @Test("One method that diverges keeps no other from finishing, and the list says which it was")
  func others() throws {
    let place = try TemporaryFolder()
    let (bad, good) = (RunFolder(place.path + "/bad"), RunFolder(place.path + "/good"))
    let session = try session([
      (try config("fine-tuning", rate: 1e37), bad), (try config("gem", rate: 0.1), good),
    ])
    let records = try run(session)
    #expect(records[0].isEmpty && records[1].map(\.seed) == [0, 1])
    let error = #expect(throws: DivergedRuns.self) { try session.throwIfDiverged() }
    let text = "\(try #require(error))"
    #expect(text.contains("2 of 4 runs diverged"))
    #expect(text.contains("\(bad.path): fine-tuning, seed 1 diverged in task 1, after step"))
    #expect(text.contains("optimizer.rate=1e37") && !text.contains(good.path))

    let log = try String(contentsOfFile: bad.logFile, encoding: .utf8)
    #expect(log.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",nan,,") })
    let comparison = RunComparison([try RunSummary(bad), try RunSummary(good)])
    #expect(
      comparison.labels == ["gem"] && comparison.rows.map { $0[0] } == ["gem", "fine-tuning"])
    #expect(comparison.rows[1][1] == "diverged" && comparison.rows[1].count == 7)
    #expect(comparison.notes.contains { $0.hasPrefix("fine-tuning: seed 0 diverged in task 1") })
    #expect(try comparison.figures().count == 4)
  }

  @Test("What diverged stays so when the command is repeated, unless it is to be tried again")
  func repeated() throws {
    let place = try TemporaryFolder()
    defer { withExtendedLifetime(place) {} }
    let folder = RunFolder(place.path)
    let config = try config("fine-tuning", rate: 1e37)
    func number() throws -> UInt64? {
      try FileManager.default.attributesOfItem(atPath: folder.divergenceFile(1))[.systemFileNumber]
        as? UInt64
    }
    _ = try run(session([(config, folder)]))
    let (first, divergence) = (try number(), try #require(try folder.divergence(1)))
    _ = try run(session([(config, folder)]))
    #expect(try number() == first)
    #expect(try run(session([(config, folder)], retries: true)) == [[]])
    #expect(try folder.divergence(1) == divergence, "the same seed diverges at the same place")
    #expect(!FileManager.default.fileExists(atPath: folder.checkpoint(1)))

    // A file that says so of a seed which would not: trained only when that is asked for.
    let good = try self.config("fine-tuning", rate: 0.1)
    let elsewhere = try TemporaryFolder()
    defer { withExtendedLifetime(elsewhere) {} }
    let other = RunFolder(elsewhere.path)
    let session = try session([(good, other)])
    let claim = Divergence(
      seed: 0, config: try good.fingerprint(), tasksLearnt: 0, steps: 0, lastFiniteLoss: nil)
    try WholeFile.write(try JSONEncoder().encode(claim), to: other.divergenceFile(0))
    #expect(try run(session)[0].map(\.seed) == [1])
    #expect(try run(self.session([(good, other)], retries: true))[0].map(\.seed) == [0, 1])
    #expect(try other.divergence(0) == nil)
  }

  @Test("A run that diverges at its last step has diverged")
  func lastStep() throws {
    let place = try TemporaryFolder()
    defer { withExtendedLifetime(place) {} }
    let folder = RunFolder(place.path)
    var config = try config("fine-tuning", rate: 1e37, iterations: 1)
    config.tasks = 1
    #expect(try run(session([(config.checked(), folder)])) == [[]])
    #expect(try folder.divergence(0)?.tasksLearnt == 0)
  }

  @Test(
    "A setting that is infinite, or nothing, as a number of the network is refused",
    arguments: [("rate", 1e39), ("rate", 1e-50)])
  func notReal(name: String, value: Double) throws {
    guard MemoryLayout<Real>.size == 4 else { return }
    let setting = try #require(SGD.described.first { $0.name == name })
    let error = #expect(throws: (any Error).self) { try setting.checked(.number(value)) }
    #expect("\(try #require(error))".contains("which as a Float is"))
    #expect(throws: Never.self) { try setting.checked(.number(1e38)) }
    var config = RunConfig()
    (config.method, config.settings) = ("ewc", ["lambda": .number(1e308)])
    #expect(throws: (any Error).self) { try config.checked() }
    config = RunConfig()
    config.mean = 1e39
    #expect(throws: (any Error).self) { try config.checked() }
  }
}
