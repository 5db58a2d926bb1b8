import CLCore
import Foundation
import Synchronization

/// The bytes of a saved value, taken out of its JSON: a tensor's numbers stand in a file of tensors under
/// their path in the value, such as `checkpoint.learner.theta`, and in the JSON stands that name.
final class Blobs: Sendable {
  private let found = Mutex<[String: Data]>([:])

  /// The JSON of a value, its bytes kept apart.
  func json(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .words
    encoder.dataEncodingStrategy = .custom { data, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(self.keep(data, at: encoder.codingPath))
    }
    return try encoder.encode(value)
  }

  private func keep(_ data: Data, at path: [any CodingKey]) -> String {
    var parts = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
    if parts.last == "bytes" { parts.removeLast() }
    return found.withLock { found in
      let name = parts.joined(separator: ".")
      let free = found[name] == nil ? name : "\(name)#\(found.count)"
      found[free] = data
      return free
    }
  }

  /// The bytes as tensors, with the type and the shape that the JSON has beside their names; without them
  /// they are a row of bytes.
  func tensors(described json: Data) throws -> [String: Safetensors.Entry] {
    var shapes: [String: (type: String, shape: [Int])] = [:]
    Self.visit(try JSONSerialization.jsonObject(with: json)) { object in
      guard let name = object["bytes"] as? String,
        let shape = (object["shape"] as? [String: Any])?["axes"] as? [Int],
        let type = object["type"] as? String
      else { return }
      shapes[name] = (type == "Double" ? "F64" : "F32", shape)
    }
    return found.withLock { found in
      Dictionary(
        uniqueKeysWithValues: found.map { name, data in
          let known = shapes[name]
          return (
            name,
            Safetensors.Entry(
              type: known?.type ?? "U8", shape: known?.shape ?? [data.count], bytes: data)
          )
        })
    }
  }

  /// Reads a value whose bytes are in `tensors`.
  ///
  /// - Throws: `DecodingError` when they do not fit it.
  static func value<Value: Decodable>(
    _ type: Value.Type, json: Data, _ tensors: [String: Safetensors.Entry]
  ) throws -> Value {
    let bytes = tensors.mapValues(\.bytes)
    let decoder = JSONDecoder()
    CodingUserInfoKey.kinds.map { decoder.userInfo[$0] = Kinds.commandLine }
    decoder.nonConformingFloatDecodingStrategy = .words
    decoder.dataDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let name = try container.decode(String.self)
      guard let data = bytes[name] else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "there is no tensor \(name)")
      }
      return data
    }
    return try decoder.decode(type, from: json)
  }

  /// Calls `body` with every object of a JSON value.
  private static func visit(_ value: Any, _ body: ([String: Any]) -> Void) {
    if let object = value as? [String: Any] {
      body(object)
      for part in object.values { visit(part, body) }
    } else if let list = value as? [Any] {
      for part in list { visit(part, body) }
    }
  }
}
