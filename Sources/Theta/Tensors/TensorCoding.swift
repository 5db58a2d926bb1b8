import Foundation

/// Counts what a value would save instead of saving it: the numbers of its tensors, and the samples of its memories.
/// It is handed to an encoder's `userInfo`.
package final class KeptCounter {
  /// Numbers of 4 bytes.
  package private(set) var numbers = 0
  /// Training samples.
  package private(set) var samples = 0

  /// What `value` would save.
  package init(_ value: some Encodable) {
    let encoder = JSONEncoder()
    guard let key = CodingUserInfoKey.keptCounter else { return }
    encoder.userInfo[key] = Unchecked(counter: self)
    // What cannot be saved is found out when it is saved.
    _ = try? encoder.encode([value])
  }

  /// The counter that an encoder was given.
  package static func of(_ encoder: any Encoder) -> KeptCounter? {
    CodingUserInfoKey.keptCounter.flatMap { (encoder.userInfo[$0] as? Unchecked)?.counter }
  }

  package func add(numbers: Int) { self.numbers += numbers }
  package func add(samples: Int) { self.samples += samples }

  /// An encoder works on the thread that calls it.
  private struct Unchecked: @unchecked Sendable { let counter: KeptCounter }
}

extension CodingUserInfoKey {
  fileprivate static let keptCounter = CodingUserInfoKey(rawValue: "palimpsest.kept")
}

/// Something in place of what was counted, for an encoder wants each value to write something.
package func nothing(to encoder: any Encoder) throws {
  var container = encoder.singleValueContainer()
  try container.encode(0)
}

extension Tensor: Codable {
  private enum CodingKeys: String, CodingKey { case shape, type, bytes }

  /// Writes the shape, the type of number and the bytes, little-endian: the numbers come back bit
  /// for bit.
  public func encode(to encoder: any Encoder) throws {
    if let counter = KeptCounter.of(encoder) {
      counter.add(numbers: count)
      return try nothing(to: encoder)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(shape, forKey: .shape)
    try container.encode("\(Real.self)", forKey: .type)
    try container.encode(read { Data(buffer: $0) }, forKey: .bytes)
  }

  /// Reads what `encode` wrote; throws `DecodingError` when the bytes do not fit the shape or were
  /// written in another precision.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let shape = try container.decode(Shape.self, forKey: .shape)
    let type = try container.decode(String.self, forKey: .type)
    let bytes = try container.decode(Data.self, forKey: .bytes)
    let stride = MemoryLayout<Real>.stride
    guard type == "\(Real.self)", bytes.count % stride == 0, bytes.count / stride == shape.count
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .bytes, in: container,
        debugDescription: "\(bytes.count) bytes of \(type) do not fill \(shape) of \(Real.self)")
    }
    self.init(shape) { start in
      _ = bytes.copyBytes(to: UnsafeMutableBufferPointer(start: start, count: shape.count))
    }
  }
}
