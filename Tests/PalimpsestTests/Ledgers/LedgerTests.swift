import CLCore
import Foundation
import Testing
import palimpsest

@Suite("The ledger of reproductions")
struct LedgerTests {
  private func section(cause: String? = nil) throws -> LedgerSection {
    var table = try Reproduction.splitMNIST2022.narrowed(
      methods: "fine-tuning,si", scenarios: "task", seeds: [2, 3])
    let published = Published(99, .standardError(0.1), runs: 20, .copied)
    table.entries.append(Entry("far", .task, FineTuning(), published, cause: cause))
    table.entries.append(Entry("new", .task, FineTuning()))
    table.entries[0] = Entry(
      "fine-tuning", .task, FineTuning(), table.entries[0].published, cause: "None is needed.")
    let accuracies = [[0.83, 0.85], [0.99, 0.995], [0.7, 0.7], [0.5, 0.5]]
    let results = zip(table.entries, accuracies).map { entry, values in
      EntryResult(
        entry: entry,
        runs: zip(table.seeds, values).map { seed, accuracy in
          var matrix = AccuracyMatrix(tasks: 2, scenario: .task)
          for task in 0..<2 { matrix[after: 2, on: task] = accuracy }
          return SeedResult(seed: seed, matrix: matrix, costs: Costs(seconds: 3))
        })
    }
    return LedgerSection(
      Attempt(table, on: try smallGlyphs(name: "MNIST")), results,
      making(table.seeds, ["reproduce", table.name, "--out", "a b.json"]))
  }

  private func making(_ seeds: [UInt64], _ arguments: [String]) -> Making {
    Making(
      seeds: seeds, date: Date(timeIntervalSince1970: 1e9), seconds: 90, threads: 2,
      command: ["/opt/bin/palimpsest"] + arguments)
  }

  @Test("A section says command, day and seeds, each cell with its verdict, and how many agree")
  func cells() throws {
    let lines = try section().lines
    #expect(lines.contains("    palimpsest reproduce split-mnist-2022 --out 'a b.json'"))
    #expect(lines.contains { $0.hasPrefix("Made on 2001-09-09 with seeds 2-3 in ") })
    #expect(
      lines.contains(
        "| fine-tuning | 84.00 ± 1.00 | 84.32 ± 0.99 [T] | −0.32 (0.2) | agrees | 3.0 |"))
    #expect(
      lines.contains(
        "| SI | 99.25 ± 0.25 | 99.20 ± 0.11 [M] | +0.05 (0.2) | unverified source (close) | 3.0 |"))
    #expect(lines.contains("| new | 50.00 ± 0.00 | – | – | nothing published | 3.0 |"))
    #expect(
      lines.contains { $0.hasPrefix("Of 3 cells") && $0.contains("1 agree and 1 differ; 1 ") })
    #expect(lines.contains { $0.hasPrefix("- optimiser: Adam") })
    #expect(lines.contains { $0.hasPrefix("- data: MNIST, ") && $0.contains(" CRC-32 ") })
  }

  @Test("Of meta-learning a section has a verdict for each published loss, within two errors alone")
  func meta() throws {
    var table = try MetaReproduction.mamlSinusoid.narrowed(methods: "maml", seeds: [1, 2])
    table.test.tasks = 2
    let results = zip(table.seeds, [0.3, 0.4]).map { seed, loss in
      MetaResult(
        method: "MAML", seed: seed,
        curve: AdaptationCurve([[4, 4]] + Array(repeating: [loss, loss], count: 10)), seconds: 1)
    }
    let lines = MetaLedgerSection(table, results, making(table.seeds, ["reproduce"])).lines
    #expect(
      lines.contains(
        "| MAML | 1 | 0.35 ± 0.05 | 0.35 ± 0.05 | 0 of 4 | 0.67 | −0.32 (3.7) | differs |"))
    #expect(
      lines.contains(
        "| MAML | 5 | 0.35 ± 0.05 | 0.35 ± 0.05 | 0 of 4 | 0.38 | −0.03 (0.3) | agrees |"))
    #expect(lines.contains("Of 3 cells with a figure to compare with, 2 agree and 1 differ."))
    #expect(lines.contains { $0.hasPrefix("- MAML: ") })
  }

  @Test("A cell that differs is explained, or said not to be")
  func explained() throws {
    #expect(try section().lines.contains("- far, task: **differs, and why is not known.**"))
    #expect(try section(cause: "The cause.").lines.contains("- far, task: The cause."))
    // A cause is told of no cell that agrees.
    #expect(try section().lines.count { $0.hasPrefix("- fine-tuning") } == 0)
    #expect(try !section().lines.contains { $0.contains("None is needed.") })
  }

  @Test("A section made again replaces its like, and the others stay to the byte")
  func replaced() throws {
    var ledger = try Ledger()
    ledger.put(["first", "", "### a heading", "", "| table |"], under: "one")
    ledger.put(["second"], under: "two")
    var again = try Ledger(ledger.text)
    #expect(again.names == ["one", "two"] && again.text == ledger.text)
    again.put(["third"], under: "two")
    #expect(again.text == ledger.text.replacing("second", with: "third"))
  }

  @Test("A file that is no ledger is not taken for one")
  func foreign() {
    #expect(throws: LedgerError.self) { try Ledger("# My notes\n") }
    #expect(throws: LedgerError.self) { try Ledger("# Reproduction ledgers\n") }
  }
}
