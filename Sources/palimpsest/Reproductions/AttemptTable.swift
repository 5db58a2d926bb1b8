import CLCore

extension Attempt: PublishedTable {
  package var name: String { reproduction.name }

  package var folder: String? {
    guard !isSmoke else { return nil }
    let data = DatasetChoice.named.first { $0.name == images.name }
    return isOnPublishedData ? name : "\(name)-\(data?.text ?? images.name)"
  }

  package var seeds: [UInt64] { reproduction.seeds }

  package func told(_ job: Job, _ result: SeedResult) -> ToldRun {
    ToldRun(
      table: name, method: job.entry.key, title: job.entry.method,
      scenario: job.entry.scenario.rawValue, seed: job.seed,
      accuracy: result.matrix.averageAccuracy ?? .nan, seconds: result.costs.seconds)
  }

  package func lines(of outcomes: [SeedResult], width: Int) -> [String] {
    ResultTable(self, gathered(outcomes)).lines(width: width)
  }

  package func section(of outcomes: [SeedResult], _ making: Making) -> [String] {
    LedgerSection(self, gathered(outcomes), making).lines
  }

  package func record(of outcomes: [SeedResult], _ making: Making) -> any Encodable {
    ResultRecord(self, gathered(outcomes), making)
  }
}
