import Foundation

/// A choice of weights, one bit each.
public struct BitMask: Sendable, Codable, Equatable {
  /// How many weights there are to choose from.
  public let count: Int
  private var bytes: Data

  /// The weights where `gate` > 0; [P].
  public init(_ gate: Tensor) {
    count = gate.count
    var bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    gate.read { gate in
      for i in gate.indices where gate[i] > 0 { bits[i / 8] |= 1 << UInt8(i % 8) }
    }
    bytes = Data(bits)
  }

  /// 1 for a chosen weight, else 0: [P].
  public var tensor: Tensor {
    let bits = [UInt8](bytes)
    return Tensor((0..<count).map { bits[$0 / 8] >> UInt8($0 % 8) & 1 == 1 ? 1 : 0 })
  }

  private enum CodingKeys: CodingKey { case count, bytes }

  /// Writes a bit a weight.
  public func encode(to encoder: any Encoder) throws {
    KeptCounter.of(encoder)?.add(numbers: (count + 31) / 32)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(bytes, forKey: .bytes)
  }

  /// Reads what was written; throws `DecodingError` unless there is a bit for every weight.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    count = try container.decode(Int.self, forKey: .count)
    bytes = try container.decode(Data.self, forKey: .bytes)
    guard count >= 0, bytes.count == (count + 7) / 8 else {
      throw DecodingError.dataCorruptedError(
        forKey: .bytes, in: container,
        debugDescription: "\(bytes.count) bytes do not hold \(count) bits")
    }
  }
}
