import CLCore

extension Experiment: PublishedTable {
  package var name: String { reproduction.name }

  package var folder: String? {
    guard !isSmoke else { return nil }
    let data = images.name.lowercased().replacing(" ", with: "-")
    return isOnPublishedData ? name : "\(name)-\(data)"
  }

  package var seeds: [UInt64] { reproduction.seeds }

  package func told(_ job: Job, _ result: SeedResult) -> ToldRun {
    ToldRun(
      method: job.entry.method, scenario: job.entry.scenario.rawValue, seed: job.seed,
      accuracy: result.accuracy, seconds: result.costs.seconds)
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

extension MetaReproduction: PublishedTable {
  package var folder: String? { isSmoke ? nil : name }

  package func told(_ job: Job, _ result: MetaResult) -> ToldRun {
    let last = test.steps(of: job.entry).last ?? 0
    return ToldRun(
      method: job.entry.method, seed: job.seed, medianLoss: result.curve.median(after: last),
      seconds: result.seconds)
  }

  package func lines(of outcomes: [MetaResult], width: Int) -> [String] {
    MetaTable(self, outcomes).lines(width: width)
  }

  package func section(of outcomes: [MetaResult], _ making: Making) -> [String] {
    MetaLedgerSection(self, outcomes, making).lines
  }

  package func record(of outcomes: [MetaResult], _ making: Making) -> any Encodable {
    MetaRecord(self, outcomes, making)
  }
}
