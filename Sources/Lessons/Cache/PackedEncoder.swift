import Foundation

extension Packed {
  /// The bytes of a value, from which ``read(_:from:)`` makes it again, every number bit for bit.
  static func bytes(of value: some Encodable) throws -> Data {
    var bytes = Data()
    try packing(value, at: []).write(to: &bytes)
    return bytes
  }

  /// The tree of a value. Arrays of numbers, which are most of a result, do not go through `Codable`.
  fileprivate static func packing<Value: Encodable>(_ value: Value, at path: [any CodingKey]) throws
    -> Packed
  {
    // By its type and not by a cast of the value: an empty [String] can be cast to [Double].
    let leaf: Data? =
      switch Value.self {
      case is Data.Type: value as? Data
      case is [Double].Type: (value as? [Double]).map(Double.bytes)
      case is [Float].Type: (value as? [Float]).map(Float.bytes)
      case is [UInt8].Type: (value as? [UInt8]).map(UInt8.bytes)
      case is [Int].Type: (value as? [Int]).map(Int.bytes)
      default: nil
      }
    if let leaf { return Packed(.leaf(leaf)) }
    let encoder = PackedEncoder(codingPath: path)
    try value.encode(to: encoder)
    return encoder.result
  }
}

private struct PackedEncoder: Encoder {
  let result = Packed()
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .table = result.content {} else { result.content = .table([]) }
    return KeyedEncodingContainer(TableEncoder(table: result, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    result.content = .list([])
    return ListEncoder(list: result, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueEncoder(place: result, codingPath: codingPath)
  }
}

private struct TableEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let table: Packed
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { table.set(key.stringValue, Packed()) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    table.set(key.stringValue, try Packed.packing(value, at: codingPath + [key]))
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  {
    encoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(PackedKey(stringValue: "super")) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: any CodingKey) -> PackedEncoder {
    let encoder = PackedEncoder(codingPath: codingPath + [key])
    table.set(key.stringValue, encoder.result)
    return encoder
  }
}

private struct ListEncoder: UnkeyedEncodingContainer {
  let list: Packed
  let codingPath: [any CodingKey]
  var count: Int { if case .list(let all) = list.content { all.count } else { 0 } }

  func encodeNil() { list.append(Packed()) }

  func encode<Value: Encodable>(_ value: Value) throws {
    list.append(try Packed.packing(value, at: codingPath))
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  {
    encoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> PackedEncoder {
    let encoder = PackedEncoder(codingPath: codingPath)
    list.append(encoder.result)
    return encoder
  }
}

private struct ValueEncoder: SingleValueEncodingContainer {
  let place: Packed
  let codingPath: [any CodingKey]

  func encodeNil() { place.content = .none }
  func encode(_ value: Bool) { place.content = .leaf(Data([value ? 1 : 0])) }
  func encode(_ value: String) { place.content = .leaf(Data(value.utf8)) }
  func encode(_ value: Double) { number(value) }
  func encode(_ value: Float) { number(value) }
  func encode(_ value: Int) { number(value) }
  func encode(_ value: Int8) { number(value) }
  func encode(_ value: Int16) { number(value) }
  func encode(_ value: Int32) { number(value) }
  func encode(_ value: Int64) { number(value) }
  func encode(_ value: UInt) { number(value) }
  func encode(_ value: UInt8) { number(value) }
  func encode(_ value: UInt16) { number(value) }
  func encode(_ value: UInt32) { number(value) }
  func encode(_ value: UInt64) { number(value) }

  func encode<Value: Encodable>(_ value: Value) throws {
    place.content = try Packed.packing(value, at: codingPath).content
  }

  private func number<Number: PlainNumber>(_ value: Number) {
    place.content = .leaf(Number.bytes([value]))
  }
}

/// A key made from a text, for what asks for the tree of its superclass.
struct PackedKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
