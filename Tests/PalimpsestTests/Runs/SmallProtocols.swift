import CLCore
import Lessons
import palimpsest

/// A protocol of a few steps for each method, all of it small, in a scenario that suits the method.
func smallProtocols() throws -> [RunConfig] {
  try Kinds.library.methods.map { type in
    var config = RunConfig()
    config.method = type.about.key
    config.scenario = type.about.scenarios.contains(.class) ? .class : .task
    (config.tasks, config.hidden, config.seeds) = (2, [6], [0])
    (config.iterations, config.batch) = (6, 8)
    (config.evaluateEvery, config.evaluateOn) = (2, 10)
    if type.about.key == "icarl" { config.settings["memory"] = .number(20) }
    return try config.checked()
  }
}

/// Runs all of a session without a word.
func finish(
  _ config: RunConfig, in folder: RunFolder, _ images: LabelledImages, threads: Int = 1,
  saveEvery: Double = 1000
) throws -> [SeedRecord] {
  let session = RunSession(
    [(config, folder)], images: images, threads: threads, saveEvery: saveEvery)
  return try session.run(RunReport(runs: session.jobs.count, voice: .quiet))[0]
}
