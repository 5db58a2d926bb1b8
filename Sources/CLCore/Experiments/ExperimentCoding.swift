extension Experiment {
  /// Writes each part that is set under its name, and the optimiser.
  public func encode(to container: inout KeyedEncodingContainer<ExperimentKey>) throws {
    for part in Self.parts {
      guard let value = part.value(self) else { continue }
      try container.encode(value, forKey: ExperimentKey(part.name))
    }
    try container.encode(optimizer, forKey: Self.optimizerKey)
    try container.encode(optimizerSettings, forKey: Self.optimizerSettingsKey)
  }

  /// Reads the parts that are there; the others are standard.
  public init(from container: KeyedDecodingContainer<ExperimentKey>) throws {
    self.init { _ in }
    for part in Self.parts {
      let key = ExperimentKey(part.name)
      if container.contains(key) {
        try part.decode(&self, SavedPart(container: container, key: key))
      }
    }
    optimizer = try container.decodeIfPresent(String.self, forKey: Self.optimizerKey) ?? optimizer
    optimizerSettings =
      try container.decodeIfPresent(
        [String: SettingValue].self, forKey: Self.optimizerSettingsKey) ?? [:]
  }

  private static let optimizerKey = ExperimentKey("optimizer")
  private static let optimizerSettingsKey = ExperimentKey("optimizer-settings")

  /// The names under which its properties are saved.
  public static var names: [String] { parts.map(\.name) + ["optimizer", "optimizer-settings"] }
}

extension Experiment: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ExperimentKey.self)
    try encode(to: &container)
  }

  public init(from decoder: any Decoder) throws {
    try self.init(from: try decoder.container(keyedBy: ExperimentKey.self))
  }
}
