extension Experiment {
  /// Reads what is typed behind a part's flag.
  ///
  /// - Throws: `SettingError` when it cannot be read.
  public mutating func set(_ part: ExperimentPart, to text: String) throws {
    try part.read(&self, text)
  }

  /// The same protocol with every setting said and nothing that contradicts another part.
  ///
  /// - Throws: `SettingError` for what is unknown, not legal or contradictory.
  public func checked() throws(SettingError) -> Experiment {
    var checked = self
    let optimizer = try optimizerType()
    checked.optimizer = optimizer.about.key
    checked.optimizerSettings = try optimizer.completed(optimizerSettings)
    if iterations == nil && epochs == nil { checked.iterations = 2000 }
    if stream == .split && classes == nil { checked.classes = .shuffled }
    if stream == .permuted && firstAsIs == nil { checked.firstAsIs = false }
    for part in Self.parts {
      if let streams = part.streams, !streams.contains(stream), part.value(checked) != nil {
        let owners = streams.map(\.rawValue).joined(separator: " or ")
        throw SettingError(
          "--\(part.name) belongs to a \(owners) stream; this one is \(stream.rawValue).")
      }
      if let complaint = part.check(checked) { throw SettingError(complaint) }
    }
    if let contradiction = checked.contradiction { throw SettingError(contradiction) }
    return checked
  }

  /// What two parts say that cannot both be.
  private var contradiction: String? {
    if iterations != nil && epochs != nil {
      return "A task is trained on for so many iterations or so many epochs, not both."
    }
    if heldBack >= tasks {
      return "--held-back \(heldBack): of \(tasks) tasks, 0 to \(tasks - 1)."
    }
    if sharedOutputs == true && scenario != .task {
      return
        "--shared-outputs is for the scenario task; in \(scenario.rawValue) it is settled already."
    }
    if activeOutputs != .all && scenario != .class {
      return "--active-outputs \(activeOutputs.rawValue) is for the scenario class; in "
        + "\(scenario.rawValue) the scenario says which outputs are active."
    }
    if evaluateOn != nil && evaluateEvery == nil {
      return "--evaluate-on needs --evaluate-every: R is always over all test samples."
    }
    return nil
  }

  /// Checks that a method can run under this protocol.
  ///
  /// - Throws: `SettingError` that says what to change.
  public func check(fits method: About) throws(SettingError) {
    guard method.scenarios.contains(scenario) else {
      let legal = method.scenarios.map(\.rawValue).joined(separator: " or ")
      throw SettingError(
        "\(method.key) runs in the scenario \(legal), not in \(scenario.rawValue). Add --scenario \(legal)."
      )
    }
    if method.needs.contains(.allOutputs) && activeOutputs != .all {
      throw SettingError(
        "\(method.key) itself says which outputs are active: leave --active-outputs out.")
    }
    if method.needs.contains(.hiddenLayer) && hidden.isEmpty {
      throw SettingError("\(method.key) needs a hidden layer: --hidden 100, for example.")
    }
  }
}
