import CLCore

extension Attempt {
  /// The name of a run, and all that its numbers depend on: two runs alike in it have the same numbers.
  package func label(of job: Job) -> RunLabel {
    let (entry, seed) = (job.entry, job.seed)
    let experiment = experiment(of: entry, seed: seed)
    let classes =
      switch (experiment.stream, reproduction.experiment.classes) {
      case (.permuted, _): "permuted"
      case (_, .natural): "natural"
      default: "shuffledBySeed"
      }
    return RunLabel(
      name: "\(entry.scenario)-\(entry.key)-seed-\(seed)",
      parts: [
        "data": "\(images.name), \(images.checksums)",
        "preprocessing": "\(experiment.preprocessing)",
        "stream": "\(experiment.tasks) tasks, \(classes)",
        "order": reproduction.orders[seed].map { "\($0)" } ?? "drawn",
        "samples": reproduction.experiment.trainPerTask.map { "\($0)" } ?? "all",
        "scenario": "\(entry.scenario)",
        "network": "\(experiment.hidden), \(experiment.initialisation)",
        "training": "\(training)",
        "optimiser": experiment.optimizerText,
        "method": "\(type(of: entry.strategy)) (\(entry.strategy.settings))",
        "seed": "\(seed)",
        "numbers": "\(Real.self)",
      ])
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
