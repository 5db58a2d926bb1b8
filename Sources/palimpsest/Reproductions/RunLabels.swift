import CLCore

extension Experiment {
  /// The name of a run, and all that its numbers depend on: two runs alike in it have the same numbers.
  package func label(of job: Job) -> RunLabel {
    let (entry, seed) = (job.entry, job.seed)
    return RunLabel(
      name: "\(entry.scenario)-\(entry.key)-seed-\(seed)",
      parts: [
        "data": "\(images.name), \(images.checksums)",
        "preprocessing": "\(reproduction.preprocessing)",
        "stream": "\(reproduction.tasks) tasks, \(reproduction.classes)",
        "order": reproduction.orders[seed].map { "\($0)" } ?? "drawn",
        "samples": reproduction.trainPerTask.map { "\($0)" } ?? "all",
        "scenario": "\(entry.scenario)",
        "network": "\(entry.hidden ?? reproduction.hidden), \(reproduction.start)",
        "training": "\(training)",
        "optimiser": optimizerText(of: entry),
        "method": "\(type(of: entry.strategy)) (\(entry.strategy.settings))",
        "seed": "\(seed)",
        "numbers": "\(Real.self)",
      ])
  }

  private func optimizerText(of entry: Entry) -> String {
    let optimizer = entry.optimizer ?? reproduction.optimizer
    return "\(optimizer.name) (\(optimizer.settings))"
  }
}

extension MetaReproduction {
  /// The name of a run, and all that its numbers depend on.
  package func label(of job: Job) -> RunLabel {
    RunLabel(
      name: "\(job.entry.key)-seed-\(job.seed)",
      parts: [
        "tasks": "\(family)",
        "network": "\(hidden)",
        "training": "\(training)",
        "test": "\(test)",
        "method": "\(job.entry.strategy)",
        "oracle": "\(job.entry.isOracle)",
        "seed": "\(job.seed)",
        "numbers": "\(Real.self)",
      ])
  }
}
