import ArgumentParser
import CLCore

/// What a command line asks for: a protocol for each method that it names.
package struct RunRequest {
  package let configs: [RunConfig]

  /// - Parameter earlier: the protocol of the folder that a run is to go on in, in place of the standard
  ///   one; `--config` comes before it.
  /// - Throws: `ValidationError` for all that is unknown or contradictory.
  package init(_ flags: ProtocolFlags, earlier: RunConfig? = nil) throws {
    let file = try flags.config.map(RunConfig.init(file:))
    let base = file ?? earlier ?? RunConfig()
    let methods =
      try flags.method.map { text in
        try text.split(separator: ",").map {
          try Kinds.commandLine.methods.named(String($0), "method").about.key
        }
      } ?? [base.method]
    guard !methods.isEmpty else {
      throw ValidationError("--method names no method; palimpsest methods lists them.")
    }
    guard Set(methods).count == methods.count else {
      throw ValidationError("“\(flags.method ?? "")” names a method twice.")
    }
    try Self.checkPrefixes(flags.settings, methods)
    configs = try methods.map { method in
      var config = base
      if method != base.method { (config.method, config.settings) = (method, [:]) }
      try flags.change(&config)
      try Self.set(flags, &config)
      return try config.checked()
    }
  }

  /// The method's own settings: `name=value` for all methods, `method.name=value` for one.
  private static func set(_ flags: ProtocolFlags, _ config: inout RunConfig) throws {
    let type = try config.methodType()
    let (key, settings) = (type.about.key, type.described)
    var texts = flags.settings
    if let size = flags.replayBatch {
      guard settings.contains(where: { $0.name == "replay-batch" }) else {
        throw ValidationError(
          "--replay-batch: \(key) does not replay so many samples a step. It has: "
            + "\(settings.map(\.name).joined(separator: ", ")).")
      }
      texts.append("replay-batch=\(size)")
    }
    var names: Set<String> = []
    for text in texts {
      let (name, value) = try Assignment.sides(text)
      let parts = name.split(separator: ".", maxSplits: 1)
      if parts.count == 2, parts[0] != key { continue }
      let own = try Assignment.read("\(parts.last ?? "")=\(value)", of: key, settings)
      guard names.insert(own.name).inserted else {
        throw ValidationError("\(own.name) is set twice for \(key).")
      }
      config.settings[own.name] = own.value
    }
  }

  private static func checkPrefixes(_ texts: [String], _ methods: [String]) throws {
    for text in texts {
      let parts = try Assignment.sides(text).name.split(separator: ".", maxSplits: 1)
      if parts.count == 2 {
        _ = try Names("method of this run", methods).place(of: String(parts[0]))
      }
    }
  }
}
