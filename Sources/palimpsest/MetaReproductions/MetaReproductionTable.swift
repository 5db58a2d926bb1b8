import CLCore

extension MetaReproduction: PublishedTable {
  package var folder: String? { isSmoke ? nil : name }

  package func told(_ job: Job, _ result: MetaResult) -> ToldRun {
    let last = test.steps(of: job.entry).last ?? 0
    return ToldRun(
      table: name, method: job.entry.key, title: job.entry.method, seed: job.seed,
      medianLoss: result.curve.median(after: last), seconds: result.seconds)
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
