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

  /// What moves θ.
  package func makeOptimizer() throws -> any Optimizer {
    try Kinds.library.configurableOptimizers.named(optimizer, "optimiser").init(optimizerSettings)
  }

  /// The same protocol with every setting said and nothing that contradicts another part.
  ///
  /// - Throws: `SettingError` for what is unknown or not legal, `ValidationError` for what is contradictory.
  package func checked() throws -> RunConfig {
    var config = self
    let type = try methodType()
    config.method = type.about.key
    config.settings = try type.completed(settings)
    let mover = try Kinds.library.configurableOptimizers.named(optimizer, "optimiser")
    config.optimizer = mover.about.key
    config.optimizerSettings = try mover.completed(optimizerSettings)
    if iterations == nil && epochs == nil { config.iterations = 2000 }
    if stream == .split && classes == nil { config.classes = .shuffled }
    if stream == .permuted && firstAsIs == nil { config.firstAsIs = false }
    try config.checkNumbers()
    try config.checkParts()
    try config.checkMethod(type.about)
    return config
  }

  /// More of anything than this is a slip of the hand, and products of two such counts still fit an integer.
  private static let most = 1_000_000_000

  private func checkNumbers() throws {
    let counts: [(CodingKeys, Int?)] = [
      (.tasks, tasks), (.trainPerTask, trainPerTask), (.testPerTask, testPerTask),
      (.iterations, iterations), (.epochs, epochs), (.batch, batch),
      (.evaluateEvery, evaluateEvery), (.evaluateOn, evaluateOn),
    ]
    for (key, count) in counts {
      if let count, count < 1 { throw refusal(key, count, "at least 1 is needed") }
      if let count, count > Self.most { throw refusal(key, count, "at most \(Self.most)") }
    }
    if let width = hidden.first(where: { !(1...100_000).contains($0) }) {
      throw refusal(.hidden, width, "a layer has at least 1 unit and at most 100000")
    }
    if let degrees = degrees?.first(where: { !$0.isFinite || abs($0) > 3600 }) {
      throw refusal(.degrees, degrees, "an angle of -3600 to 3600 is needed")
    }
    if padding < 0 || padding > 100 { throw refusal(.padding, padding, "0 to 100 pixels") }
    if !(Real(deviation) > 0 && Real(deviation).isFinite) {
      throw refusal(.deviation, deviation, "it must be above 0")
    }
    if !Real(mean).isFinite { throw refusal(.mean, mean, "it must be a number") }
    if !(0..<tasks).contains(heldBack) {
      throw refusal(.heldBack, heldBack, "of \(tasks) tasks, 0 to \(tasks - 1)")
    }
    if seeds.isEmpty || Set(seeds).count != seeds.count {
      throw ValidationError("A run needs seeds, each once, not “\(seeds.seedText)”.")
    }
  }

  private func checkParts() throws {
    if iterations != nil && epochs != nil {
      throw ValidationError(
        "A task is trained on for so many iterations or so many epochs, not both.")
    }
    let foreign: [(CodingKeys, Bool, [StreamKind])] = [
      (.classes, classes != nil, [.split]), (.degrees, degrees != nil, [.rotated]),
      (.firstAsIs, firstAsIs != nil, [.permuted]),
      (.sharedOutputs, sharedOutputs != nil, [.permuted, .rotated]),
    ]
    for (key, isSaid, streams) in foreign where isSaid && !streams.contains(stream) {
      let owners = streams.map(\.rawValue).joined(separator: " or ")
      throw ValidationError(
        "--\(key.rawValue) belongs to a \(owners) stream; this one is \(stream.rawValue).")
    }
    if let degrees, degrees.count != tasks {
      throw ValidationError(
        "--degrees has \(degrees.count) angles for \(tasks) tasks. Give one a task.")
    }
    if sharedOutputs == true && scenario != .task {
      throw ValidationError(
        "--shared-outputs is for the scenario task; in \(scenario.rawValue) it is settled already.")
    }
    if activeOutputs != .all && scenario != .class {
      throw ValidationError(
        "--active-outputs \(activeOutputs.rawValue) is for the scenario class; in "
          + "\(scenario.rawValue) the scenario says which outputs are active.")
    }
    if evaluateOn != nil && evaluateEvery == nil {
      throw ValidationError(
        "--evaluate-on needs --evaluate-every: R is always over all test samples.")
    }
  }

  private func checkMethod(_ method: About) throws {
    guard method.scenarios.contains(scenario) else {
      let legal = method.scenarios.map(\.rawValue).joined(separator: " or ")
      throw ValidationError(
        "\(method.key) runs in the scenario \(legal), not in \(scenario.rawValue). Add --scenario \(legal)."
      )
    }
    if method.needs.contains(.allOutputs) && activeOutputs != .all {
      throw ValidationError(
        "\(method.key) itself says which outputs are active: leave --active-outputs out.")
    }
    if method.needs.contains(.hiddenLayer) && hidden.isEmpty {
      throw ValidationError("\(method.key) needs a hidden layer: --hidden 100, for example.")
    }
  }

  private func refusal(_ key: CodingKeys, _ value: some Any, _ why: String) -> ValidationError {
    ValidationError("--\(key.rawValue) \(value): \(why).")
  }
}
