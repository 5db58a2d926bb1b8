import ArgumentParser
import CLCore
import Foundation

extension RunConfig: Decodable {
  /// Reads a protocol; what it does not say is standard.
  ///
  /// - Throws: `ValidationError` when it is from a newer version or has a part that is not known,
  ///   `DecodingError` when a part cannot be what it is.
  package init(from decoder: any Decoder) throws {
    self.init()
    let named = try decoder.container(keyedBy: AnyKey.self)
    if let key = AnyKey(stringValue: CodingKeys.format.rawValue) {
      format = try named.decodeIfPresent(Int.self, forKey: key) ?? format
    }
    guard format <= Self.newestFormat else {
      throw ValidationError(
        "This protocol has format \(format), from a newer version of palimpsest; this one reads "
          + "\(Self.newestFormat). Use the newer version.")
    }
    let names = Names("part of a protocol", CodingKeys.allCases.map(\.rawValue))
    for key in named.allKeys { _ = try names.place(of: key.stringValue) }

    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) throws {
      value = try container.decodeIfPresent(Value.self, forKey: key) ?? value
    }
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value?) throws {
      value = try container.decodeIfPresent(Value.self, forKey: key)
    }
    try read(.method, &method)
    try read(.settings, &settings)
    try read(.data, &data)
    try read(.stream, &stream)
    try read(.tasks, &tasks)
    try read(.heldBack, &heldBack)
    try read(.onHeldBack, &onHeldBack)
    try read(.scenario, &scenario)
    try read(.classes, &classes)
    try read(.degrees, &degrees)
    try read(.firstAsIs, &firstAsIs)
    try read(.sharedOutputs, &sharedOutputs)
    try read(.trainPerTask, &trainPerTask)
    try read(.testPerTask, &testPerTask)
    try read(.activeOutputs, &activeOutputs)
    try read(.iterations, &iterations)
    try read(.epochs, &epochs)
    try read(.batch, &batch)
    try read(.optimizer, &optimizer)
    try read(.optimizerSettings, &optimizerSettings)
    try read(.resetOptimizer, &resetOptimizer)
    try read(.hidden, &hidden)
    try read(.activation, &activation)
    try read(.initialisation, &initialisation)
    try read(.padding, &padding)
    try read(.mean, &mean)
    try read(.deviation, &deviation)
    try read(.seeds, &seeds)
    try read(.evaluateEvery, &evaluateEvery)
    try read(.evaluateOn, &evaluateOn)
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
    return CodingKeys.allCases.map(\.rawValue).filter { $0 != CodingKeys.seeds.rawValue }.compactMap
    {
      let (then, now) = (earlier[$0] ?? "nothing", parts[$0] ?? "nothing")
      return then == now ? nil : "\($0), \(then) then and \(now) now"
    }
  }

  /// The names of the parts in which two protocols differ, in order.
  package func differences(from other: RunConfig) throws -> [String] {
    let (mine, theirs) = (try parts(), try other.parts())
    return CodingKeys.allCases.map(\.rawValue).filter { mine[$0] != theirs[$0] }
  }
}

/// A key that need not be known.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
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
