import CLCore
import Foundation
import Testing
import palimpsest

@Suite("Results as a table and as a file")
struct ResultTests {
  /// A run that ends with this accuracy on both of its tasks.
  private func run(_ seed: UInt64, _ accuracy: Double) -> SeedResult {
    var matrix = AccuracyMatrix(tasks: 2, scenario: .task)
    for task in 0..<2 { matrix[after: 2, on: task] = accuracy }
    return SeedResult(seed: seed, matrix: matrix, costs: Costs())
  }

  private func example() throws -> (Attempt, [EntryResult]) {
    var table = try Reproduction.splitMNIST2022.narrowed(
      methods: "fine-tuning,ewc,si", scenarios: "task", seeds: [2, 3])
    table.entries.append(Entry("new", .task, FineTuning()))
    let experiment = Attempt(table, on: try smallGlyphs(name: "MNIST"))
    let accuracies = [[0.83, 0.85], [0.90, 0.92], [0.99, 0.995], [0.5, 0.5]]
    return (
      experiment,
      zip(table.entries, accuracies).map { entry, values in
        EntryResult(entry: entry, runs: zip(table.seeds, values).map { run($0, $1) })
      }
    )
  }

  @Test("The table says ours, theirs, the difference and what follows")
  func table() throws {
    let (experiment, results) = try example()
    let lines = ResultTable(experiment, results).lines(width: 80)
    #expect(
      lines.prefix(9).joined(separator: "\n") == """

        task-incremental
        ┌─────────────┬──────────────┬──────────────────┬─────────────┬───────────┐
        │ method      │         ours │        published │  difference │ verdict   │
        ├─────────────┼──────────────┼──────────────────┼─────────────┼───────────┤
        │ fine-tuning │ 84.00 ± 1.00 │ 84.32 ± 0.99 [T] │ −0.32 (0.2) │ agrees    │
        │ EWC         │ 91.00 ± 1.00 │ 99.06 ± 0.15 [T] │ −8.06 (8.0) │ differs   │
        │ SI          │ 99.25 ± 0.25 │ 99.20 ± 0.11 [M] │ +0.05 (0.2) │ close [M] │
        │ new         │ 50.00 ± 0.00 │                – │           – │ –         │
        """)
    let notes = lines.dropFirst(9).joined(separator: " ")
    #expect(notes.contains("seeds 2-3") && notes.contains("20 runs"))
    #expect(notes.contains("[M]: from memory") && notes.contains("[T]:"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("The file holds every run, and is read back as it was written")
  func json() throws {
    let (experiment, results) = try example()
    let record = ResultRecord(
      experiment, results,
      Making(
        seeds: [2, 3], date: Date(timeIntervalSince1970: 1e9), seconds: 12, threads: 2,
        command: ["palimpsest", "reproduce"]))
    let text = try record.json()
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let again = try decoder.decode(ResultRecord.self, from: text)
    #expect(try again.json() == text)
    #expect(again.results.map(\.runs.count) == [2, 2, 2, 2])
    #expect(again.results[1].runs[1].matrix == results[1].runs[1].matrix)
    #expect(again.results[1].comparison?.verdict == .differs)
    #expect(again.results[2].comparison?.verdict == .unverified)
    #expect(again.results[1].settings == "fisher=exact, lambda=100000")
    #expect(again.protocolParts == experiment.protocolParts)
    #expect(again.notComparable == nil)
  }

  @Test(
    "A table of methods that grow tells what was forgotten, what is kept, and what they counted")
  func forgetting() throws {
    let table = try Reproduction.splitMNISTArchitecture.narrowed(
      methods: "pnn,den", scenarios: nil, seeds: [2, 3])
    func run(_ seed: UInt64, _ last: Double, _ counted: [String: Int]) -> SeedResult {
      var matrix = AccuracyMatrix(tasks: 2, scenario: .task)
      (matrix[after: 1, on: 0], matrix[after: 2, on: 0]) = (0.9, last)
      matrix[after: 2, on: 1] = 0.9
      return SeedResult(
        seed: seed, matrix: matrix, costs: Costs(weights: 1000), counted: counted)
    }
    let results = [
      EntryResult(entry: table.entries[0], runs: [run(2, 0.9, [:]), run(3, 0.9, [:])]),
      EntryResult(
        entry: table.entries[1],
        runs: [run(2, 0.9, ["splits": 3]), run(3, 0.88, ["splits": 6])]),
    ]
    let experiment = Attempt(table, on: try smallGlyphs(name: "MNIST"))
    let lines = ResultTable(experiment, results).lines(width: 80)
    #expect(
      lines.prefix(7).joined(separator: "\n") == """

        task-incremental
        ┌────────┬──────────────┬──────────────┬───────────┬──────────────┐
        │ method │         ours │          BWT │ worst BWT │ numbers kept │
        ├────────┼──────────────┼──────────────┼───────────┼──────────────┤
        │ PNN    │ 90.00 ± 0.00 │            0 │         0 │         1000 │
        │ DEN    │ 89.50 ± 0.50 │ −1.00 ± 1.00 │     −2.00 │         1000 │
        """)
    #expect(lines.contains("DEN: 4.5 splits in the mean, 3 at least."))
  }
}
