import ArgumentParser
import CLCore

extension ProtocolFlags {
  /// Changes in `config` what flags say, but for the method and what belongs to it.
  ///
  /// - Throws: `SettingError` with the nearest name for a word that is not known.
  func change(_ config: inout RunConfig) throws {
    if let data { config.data = try DatasetChoice(data) }
    if let seeds { config.seeds = try SeedList(seeds).seeds }
    // A length that is typed takes the place of one that a file has, of either kind.
    if parts.given.contains(where: { ["iterations", "epochs"].contains($0.part.name) }) {
      (config.iterations, config.epochs) = (nil, nil)
    }
    for (part, text) in parts.given { try config.experiment.set(part, to: text) }
    try changeOptimizer(&config)
  }

  private func changeOptimizer(_ config: inout RunConfig) throws {
    if let optimizer, optimizer != config.optimizer {
      // Another optimiser has other settings.
      (config.optimizer, config.optimizerSettings) = (optimizer, [:])
    }
    let type = try config.experiment.optimizerType()
    for text in optimizerSettings {
      let (name, value) = try Assignment.read(text, of: type.about.key, type.described)
      config.optimizerSettings[name] = value
    }
    if let lr {
      guard !optimizerSettings.contains(where: { $0.hasPrefix("rate=") }) else {
        throw ValidationError("--lr and --optimizer-set rate=… say the same. Give one of them.")
      }
      config.optimizerSettings["rate"] = .number(lr)
    }
  }
}
