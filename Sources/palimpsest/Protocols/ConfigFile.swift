import ArgumentParser
import CLCore
import Foundation

extension RunConfig: Codable {
  /// Reads a protocol; what it does not say is standard.
  ///
  /// - Throws: `ValidationError` when it is from a newer version or has a part that is not known,
  ///   `DecodingError` when a part cannot be what it is.
  package init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: ExperimentKey.self)
    func read<Value: Decodable>(_ name: String, _ value: inout Value) throws {
      value = try container.decodeIfPresent(Value.self, forKey: ExperimentKey(name)) ?? value
    }
    try read(Name.format, &format)
    guard format <= Self.newestFormat else {
      throw ValidationError(
        "This protocol has format \(format), from a newer version of palimpsest; this one reads "
          + "\(Self.newestFormat). Use the newer version.")
    }
    let names = Names("part of a protocol", Self.names)
    for key in container.allKeys { _ = try names.place(of: key.stringValue) }
    try read(Name.method, &method)
    try read(Name.settings, &settings)
    try read(Name.data, &data)
    try read(Name.seeds, &seeds)
    experiment = try Experiment(from: container)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ExperimentKey.self)
    try container.encode(format, forKey: ExperimentKey(Name.format))
    try container.encode(method, forKey: ExperimentKey(Name.method))
    try container.encode(settings, forKey: ExperimentKey(Name.settings))
    try container.encode(data, forKey: ExperimentKey(Name.data))
    try container.encode(seeds, forKey: ExperimentKey(Name.seeds))
    try experiment.encode(to: &container)
  }

  /// Reads a protocol from a file.
  ///
  /// - Throws: `ValidationError` that names the file and what is wrong with it.
  package init(file path: String) throws {
    guard let text = FileManager.default.contents(atPath: path) else {
      throw ValidationError("There is no file \(path) that can be read.")
    }
    do {
      self = try JSONDecoder().decode(RunConfig.self, from: text)
    } catch let error as ValidationError {
      throw ValidationError("\(path): \(error.message)")
    } catch let error as SettingError {
      throw SettingError("\(path): \(error)")
    } catch let error as DecodingError {
      throw ValidationError("\(path): \(error.sentence(in: text))")
    }
  }

  /// The parts as they are written, by name.
  package func parts() throws -> [String: String] {
    let object = try JSONSerialization.jsonObject(with: json())
    guard let parts = object as? [String: Any] else { return [:] }
    return try parts.mapValues { part in
      let text = try JSONSerialization.data(
        withJSONObject: part, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// What has changed since the parts of a protocol were `earlier`, its seeds aside, in words: `batch, 16 then and 32 now`.
  package func changes(since earlier: [String: String]) throws -> [String] {
    let parts = try parts()
    return Self.names.filter { $0 != Name.seeds }.compactMap {
      let (then, now) = (earlier[$0] ?? "nothing", parts[$0] ?? "nothing")
      return then == now ? nil : "\($0), \(then) then and \(now) now"
    }
  }

  /// The names of the parts in which two protocols differ, in order.
  package func differences(from other: RunConfig) throws -> [String] {
    let (mine, theirs) = (try parts(), try other.parts())
    return Self.names.filter { mine[$0] != theirs[$0] }
  }
}

extension DecodingError {
  /// What is wrong with a file, and at which key, or if it is no JSON at which place of its `text`.
  package func sentence(in text: Data?) -> String {
    let context: Context
    switch self {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "\(self)"
    }
    if context.codingPath.isEmpty, let fault = text.flatMap(JSONFault.init(in:)) {
      return "it is no valid JSON: \(fault)"
    }
    let place = context.codingPath.map(\.stringValue).joined(separator: ".")
    return (place.isEmpty ? "" : "“\(place)”: ") + context.debugDescription
  }
}
