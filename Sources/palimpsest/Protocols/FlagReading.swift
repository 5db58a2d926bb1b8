import ArgumentParser
import CLCore

extension ProtocolFlags {
  /// Changes in `config` what flags say, but for the method and what belongs to it.
  ///
  /// - Throws: `ValidationError` with the nearest name for a word that is not known.
  func change(_ config: inout RunConfig) throws {
    try choose(data, "data set", &config.data)
    try choose(stream, "stream", &config.stream)
    try choose(scenario, "scenario", &config.scenario)
    try choose(activeOutputs, "choice of active outputs", &config.activeOutputs)
    try choose(activation, "activation", &config.activation)
    try choose(initialisation, "initialisation", &config.initialisation)
    if let classes {
      guard let order = ClassOrder(classes) else {
        throw ValidationError(
          "--classes “\(classes)”: write shuffled, natural, or an order such as 3,1,4,0,2.")
      }
      config.classes = order
    }
    if let degrees { config.degrees = try numbers(degrees, "--degrees") { Double($0) } }
    if let hidden {
      config.hidden = hidden == "none" ? [] : try numbers(hidden, "--hidden") { Int($0) }
    }
    if let seeds { config.seeds = try SeedList(seeds).seeds }
    config.tasks = tasks ?? config.tasks
    config.heldBack = heldBack ?? config.heldBack
    config.firstAsIs = firstAsIs ?? config.firstAsIs
    config.sharedOutputs = sharedOutputs ?? config.sharedOutputs
    config.trainPerTask = trainPerTask ?? config.trainPerTask
    config.testPerTask = testPerTask ?? config.testPerTask
    config.batch = batch ?? config.batch
    config.resetOptimizer = resetOptimizer ?? config.resetOptimizer
    config.padding = padding ?? config.padding
    config.mean = mean ?? config.mean
    config.deviation = deviation ?? config.deviation
    config.evaluateEvery = evaluateEvery ?? config.evaluateEvery
    config.evaluateOn = evaluateOn ?? config.evaluateOn
    changeLength(&config)
    try changeOptimizer(&config)
  }

  /// A length that is typed takes the place of one that a file has, of either kind.
  private func changeLength(_ config: inout RunConfig) {
    guard iterations != nil || epochs != nil else { return }
    (config.iterations, config.epochs) = (iterations, epochs)
  }

  private func changeOptimizer(_ config: inout RunConfig) throws {
    if let optimizer, optimizer != config.optimizer {
      // Another optimiser has other settings.
      (config.optimizer, config.optimizerSettings) = (optimizer, [:])
    }
    let type = try Kinds.library.configurableOptimizers.named(config.optimizer, "optimiser")
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

  private func choose<Choice: CaseIterable & RawRepresentable>(
    _ text: String?, _ kind: String, _ choice: inout Choice
  ) throws where Choice.RawValue == String {
    guard let text else { return }
    let cases = Array(Choice.allCases)
    choice = cases[try Names(kind, cases.map(\.rawValue)).place(of: text)]
  }

  private func numbers<Number>(
    _ text: String, _ flag: String, _ read: (String) -> Number?
  ) throws -> [Number] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = read(String(part)) else {
        throw ValidationError(
          "\(flag) “\(text)”: “\(part)” is no number. Write for example 100,100.")
      }
      return number
    }
  }
}
