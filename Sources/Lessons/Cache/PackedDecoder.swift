import Foundation

extension Packed {
  /// The value whose bytes these are.
  /// - Throws: `DecodingError` when they are those of another type, or break off.
  static func read<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws -> Value {
    var rest = bytes
    guard let tree = Packed(&rest), rest.isEmpty else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "bytes break off"))
    }
    return try tree.unpacked(type, at: [])
  }

  fileprivate func unpacked<Value: Decodable>(_ type: Value.Type, at path: [any CodingKey]) throws
    -> Value
  {
    let plain: Any?
    switch type {
    case is Data.Type: plain = leaf
    case is [Double].Type: plain = leaf.flatMap(Double.numbers)
    case is [Float].Type: plain = leaf.flatMap(Float.numbers)
    case is [UInt8].Type: plain = leaf.flatMap(UInt8.numbers)
    case is [Int].Type: plain = leaf.flatMap(Int.numbers)
    default: return try Value(from: PackedDecoder(place: self, codingPath: path))
    }
    guard let value = plain as? Value else { throw mismatch(type, path) }
    return value
  }

  fileprivate var leaf: Data? { if case .leaf(let bytes) = content { bytes } else { nil } }

  fileprivate func mismatch(_ type: Any.Type, _ path: [any CodingKey]) -> DecodingError {
    .typeMismatch(type, .init(codingPath: path, debugDescription: "something else is there"))
  }
}

private struct PackedDecoder: Decoder {
  let place: Packed
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .table(let all) = place.content else { throw place.mismatch(type, codingPath) }
    let values = Dictionary(all.map { ($0.key, $0.value) }) { _, last in last }
    return KeyedDecodingContainer(TableDecoder(values: values, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let all) = place.content else {
      throw place.mismatch([Any].self, codingPath)
    }
    return ListDecoder(all: all, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    ValueDecoder(place: place, codingPath: codingPath)
  }
}

private struct TableDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let values: [String: Packed]
  let codingPath: [any CodingKey]
  var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    if case .none = try value(key).content { true } else { false }
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try value(key).unpacked(type, at: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(PackedKey(stringValue: "super")) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: any CodingKey) throws -> PackedDecoder {
    PackedDecoder(place: try value(key), codingPath: codingPath + [key])
  }

  private func value(_ key: any CodingKey) throws -> Packed {
    guard let value = values[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "nothing is kept under it"))
    }
    return value
  }
}

private struct ListDecoder: UnkeyedDecodingContainer {
  let all: [Packed]
  let codingPath: [any CodingKey]
  var currentIndex = 0
  var count: Int? { all.count }
  var isAtEnd: Bool { currentIndex >= all.count }

  init(all: [Packed], codingPath: [any CodingKey]) {
    (self.all, self.codingPath) = (all, codingPath)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .none = all[currentIndex].content else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next(type).unpacked(type, at: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  {
    try PackedDecoder(place: next(type), codingPath: codingPath).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try PackedDecoder(place: next([Any].self), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    PackedDecoder(place: try next((any Decoder).self), codingPath: codingPath)
  }

  private mutating func next(_ type: Any.Type) throws -> Packed {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type, .init(codingPath: codingPath, debugDescription: "the list has ended"))
    }
    defer { currentIndex += 1 }
    return all[currentIndex]
  }
}

private struct ValueDecoder: SingleValueDecodingContainer {
  let place: Packed
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { if case .none = place.content { true } else { false } }
  func decode(_ type: Bool.Type) throws -> Bool { try number(UInt8.self) == 1 }
  func decode(_ type: Double.Type) throws -> Double { try number(type) }
  func decode(_ type: Float.Type) throws -> Float { try number(type) }
  func decode(_ type: Int.Type) throws -> Int { try number(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try number(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try number(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try number(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try number(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try number(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try number(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try number(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try number(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try number(type) }

  func decode(_ type: String.Type) throws -> String {
    guard let leaf = place.leaf else { throw place.mismatch(type, codingPath) }
    return String(decoding: leaf, as: UTF8.self)
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try place.unpacked(type, at: codingPath)
  }

  private func number<Number: PlainNumber>(_ type: Number.Type) throws -> Number {
    guard let numbers = place.leaf.flatMap(Number.numbers), numbers.count == 1 else {
      throw place.mismatch(type, codingPath)
    }
    return numbers[0]
  }
}
