import Foundation

// JSON has no word for infinity, and a run may diverge: such numbers are written as the strings "inf", "-inf" and
// "nan", which other languages read as numbers too.

extension JSONEncoder.NonConformingFloatEncodingStrategy {
  static let words = Self.convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
}

extension JSONDecoder.NonConformingFloatDecodingStrategy {
  static let words = Self.convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
}
