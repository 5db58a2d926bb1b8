import Foundation

extension Tensor: Codable {
  private enum CodingKeys: String, CodingKey { case shape, type, bytes }

  /// Writes the shape, the type of number and the bytes, little-endian: the numbers come back bit
  /// for bit.
  public func encode(to encoder: any Encoder) throws {
    if let counter = KeptCounter.of(encoder) {
      counter.add(numbers: count)
      return try counter.writeNothing(to: encoder)
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
