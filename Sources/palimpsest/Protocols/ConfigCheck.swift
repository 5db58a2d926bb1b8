import ArgumentParser
import CLCore

extension RunConfig {
  /// The method's type.
  ///
  /// - Throws: `SettingError` when there is no such method.
  package func methodType() throws -> Method {
    try Kinds.commandLine.methods.named(method, "method")
  }

  /// The method, as it is before a run.
  package func strategy() throws -> any Strategy {
    try methodType().init(settings)
  }

  /// The same protocol with every setting said and nothing that contradicts another part.
  ///
  /// - Throws: `SettingError` for what is unknown, not legal or contradictory.
  package func checked() throws -> RunConfig {
    var config = self
    let type = try methodType()
    config.method = type.about.key
    config.settings = try type.completed(settings)
    config.experiment = try experiment.checked()
    if seeds.isEmpty || Set(seeds).count != seeds.count {
      throw SettingError("A run needs seeds, each once, not “\(seeds.seedText)”.")
    }
    try experiment.check(fits: type.about)
    return config
  }
}
