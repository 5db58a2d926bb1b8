import Foundation

/// A figure as a file, so that it can be drawn again in another size without training anything again.
extension Figure {
  /// The figure as compact JSON with sorted keys. A number that is not finite is null among ``Values``, and
  /// a word ("nan", "inf", "-inf") elsewhere.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(self)
  }

  /// Reads what ``json()`` wrote.
  /// - Throws: `DecodingError` when the bytes are no figure of this version.
  public init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    self = try decoder.decode(Figure.self, from: json)
  }
}
