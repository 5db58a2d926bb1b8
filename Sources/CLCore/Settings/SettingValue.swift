import Foundation

/// The value of a setting, as it stands on a command line or in a protocol's file.
public enum SettingValue: Sendable, Equatable, Codable {
  case number(Double)
  case word(String)
  case truth(Bool)

  /// Reads true or false, a number, or a word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .word(try container.decode(String.self))
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .word(let word): try container.encode(word)
    case .truth(let truth): try container.encode(truth)
    }
  }

  /// As it is typed: `0.5`, `1e10`, `exact`, `yes`.
  package var text: String {
    switch self {
    case .number(let number): number.typed
    case .word(let word): word
    case .truth(let truth): truth ? "yes" : "no"
    }
  }
}

extension Double {
  /// The shortest text that is read as this number, as people type it: `100`, `0.001`, `1e10`.
  package var typed: String {
    if let whole = Int(exactly: self), abs(whole) < 1_000_000 { return "\(whole)" }
    let texts = (1...17).lazy.map { String(format: "%.\($0)g", self) }
    return (texts.first { Double($0) == self } ?? "\(self)")
      .replacing("e+", with: "e").replacing("e0", with: "e").replacing("e-0", with: "e-")
  }
}
