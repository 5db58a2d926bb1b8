import CLCore
import Foundation
import Lessons
import Testing
import palimpsest

@Suite("Reproductions of meta-learning")
struct MetaReproductionTests {
  private let table = MetaReproduction.mamlSinusoid

  /// A run whose tasks have these losses before and after one to ten steps.
  private func result(_ seed: UInt64, _ losses: [Double]) -> MetaResult {
    MetaResult(
      method: "MAML", seed: seed,
      curve: AdaptationCurve([[4, 4]] + Array(repeating: losses, count: 10)), seconds: 1)
  }

  @Test(
    "The protocol is the paper's: 70,000 steps, 25 tasks of 10 and 10, α = 0.01, 600 tests of 5")
  func protocolOfPaper() {
    #expect(table.training == MetaTraining(iterations: 70_000, tasks: 25, support: 10, query: 10))
    #expect(table.test.tasks == 600 && table.test.support == 5 && table.test.rate == 0.01)
    #expect((table.entries[0].strategy as? MAML)?.alpha == 0.01)
    #expect(table.hidden == [40, 40] && table.family == Sinusoids())
    let parts = table.protocolParts
    #expect(parts.allSatisfy { !$0.text.isEmpty })
    for line in table.heading(width: 80) { #expect(line.count <= 80) }
  }

  @Test(
    "The table has the mean without the tasks that diverged, counts them, and says what was published"
  )
  func rows() throws {
    var part = try table.narrowed(methods: "maml", seeds: [1, 2])
    part.test.tasks = 2
    let lines = MetaTable(part, [result(1, [1, 3]), result(2, [2, 90])]).lines(width: 80)
    #expect(lines.contains { $0.contains("│ MAML   │     0 │ 4.00 ± 0.00 │") })
    #expect(
      lines.contains {
        $0.contains("│     5 │ 2.00 ± 0.00 │ 24.00 ± 22.00 │   1 of 4 │ 0.38 differs │")
      })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("Each method runs from end to end, and the file is read back as it was written")
  func smoke() throws {
    let runs = try table.narrowed(seeds: [1]).smoke
    let jobs = SideBySide(runs.jobs) { job, progress in try runs.run(job, progress) }
    let results = try jobs.run(threads: 1) { _ in }
    #expect(results.map(\.method) == ["MAML", "FOMAML", "pretraining", "oracle"])
    #expect(results.allSatisfy { $0.curve.tasks == 10 && $0.curve.values.count == 11 })
    let record = MetaRecord(
      runs, results,
      Making(
        seeds: [1], date: Date(timeIntervalSince1970: 1e9), seconds: 12, threads: 2,
        command: ["palimpsest"]))
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    #expect(try decoder.decode(MetaRecord.self, from: record.json()).json() == record.json())
  }

  @Test("A method that the table does not have is refused")
  func unknown() {
    #expect(throws: (any Error).self) { try table.narrowed(methods: "mamal,ewc") }
  }

  @Test("only holds methods that can be saved and resumed")
  func kinds() {
    let known = Kinds.library.metaStrategies.map { "\($0)" }
    for entry in table.entries { #expect(known.contains("\(type(of: entry.strategy))")) }
  }
}
