/// A column of numbers that survives JSON: what is not finite is written as null and read as NaN.
///
/// A diverged run has NaN in its curves; its record must still be written. Two columns are equal
/// when their bits are, so that a figure with a gap equals itself.
@propertyWrapper
public struct Values: Sendable, Codable, Equatable {
  /// The numbers.
  public var wrappedValue: [Double]

  /// Wraps `wrappedValue`.
  public init(wrappedValue: [Double]) {
    self.wrappedValue = wrappedValue
  }

  /// Reads numbers and nulls.
  public init(from decoder: any Decoder) throws {
    wrappedValue = try [Double?](from: decoder).map { $0 ?? .nan }
  }

  /// Writes numbers, and null for what is not finite.
  public func encode(to encoder: any Encoder) throws {
    try wrappedValue.map { $0.isFinite ? $0 : nil }.encode(to: encoder)
  }

  /// Equal bit by bit, except that every non-finite value equals every other: JSON cannot tell them.
  public static func == (a: Values, b: Values) -> Bool {
    a.wrappedValue.elementsEqual(b.wrappedValue) { $0 == $1 || (!$0.isFinite && !$1.isFinite) }
  }
}
