import Foundation

/// A figure as a file, so that it can be drawn again in another size without training anything again.
extension Figure {
  /// The figure as compact JSON with sorted keys. A number that is not finite is null among ``Values``, and
  /// a word ("nan", "inf", "-inf") elsewhere.
  public func json() throws -> Data { try JSONEncoder.ofFigures.encode(self) }

  /// Reads what ``json()`` wrote.
  /// - Throws: `DecodingError` when the bytes are no figure of this version.
  public init(json: Data) throws {
    self = try JSONDecoder.ofFigures.decode(Figure.self, from: json)
  }
}

/// An animation as a file, for the same purpose.
extension Animation {
  /// The animation as compact JSON, written as a figure is.
  public func json() throws -> Data { try JSONEncoder.ofFigures.encode(self) }

  /// Reads what ``json()`` wrote.
  /// - Throws: `DecodingError` when the bytes are no animation of this version.
  public init(json: Data) throws {
    self = try JSONDecoder.ofFigures.decode(Animation.self, from: json)
  }
}

extension JSONEncoder {
  fileprivate static var ofFigures: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}

extension JSONDecoder {
  fileprivate static var ofFigures: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
