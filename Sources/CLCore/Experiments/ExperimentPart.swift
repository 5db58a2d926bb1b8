/// A property of an ``Experiment``, described: from this follow its flag, its place in files, its check and its help.
public struct ExperimentPart: Sendable {
  /// Its name in files, and behind `--` on the command line.
  public let name: String
  /// What it means, in a line.
  public let help: String
  /// The streams that have it; `nil` for all.
  public let streams: [StreamKind]?
  /// How it is typed.
  public let form: Form
  let read: @Sendable (inout Experiment, String) throws -> Void
  let value: @Sendable (Experiment) -> (any Encodable)?
  let decode: @Sendable (inout Experiment, SavedPart) throws -> Void
  let check: @Sendable (Experiment) -> String?

  /// How a part is typed.
  public enum Form: Sendable, Equatable {
    /// Followed by a text, which may be one of these words.
    case text(words: [String])
    /// By itself, or behind `no-`.
    case flag
    /// Not at all: it stands in files alone.
    case hidden
  }
}

/// A part as it stands in a file.
struct SavedPart {
  let container: KeyedDecodingContainer<ExperimentKey>
  let key: ExperimentKey

  func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value? {
    try container.decodeIfPresent(type, forKey: key)
  }
}

/// The name of a part, whatever it is.
public struct ExperimentKey: CodingKey {
  public let stringValue: String
  public var intValue: Int? { nil }
  public init(_ name: String) { stringValue = name }
  public init?(stringValue: String) { self.init(stringValue) }
  public init?(intValue: Int) { nil }
}

// MARK: - Kinds of parts

extension ExperimentPart {
  /// More of anything than this is a slip of the hand, and products of two such counts still fit an integer.
  static let most = 1_000_000_000

  /// A whole number.
  static func count(
    _ name: String, _ path: WritableKeyPath<Experiment, Int> & Sendable, _ help: String,
    in range: ClosedRange<Int> = 1...most
  ) -> ExperimentPart {
    ExperimentPart(
      name: name, help: help, streams: nil, form: .text(words: []),
      read: { $0[keyPath: path] = try whole($1, name) }, value: { $0[keyPath: path] },
      decode: { $0[keyPath: path] = try $1.decode() ?? $0[keyPath: path] },
      check: { bounds(name, $0[keyPath: path], range) })
  }

  /// A whole number that may be left out.
  static func count(
    _ name: String, _ path: WritableKeyPath<Experiment, Int?> & Sendable, _ help: String
  ) -> ExperimentPart {
    ExperimentPart(
      name: name, help: help, streams: nil, form: .text(words: []),
      read: { $0[keyPath: path] = try whole($1, name) },
      value: { $0[keyPath: path].map { $0 as any Encodable } },
      decode: { $0[keyPath: path] = try $1.decode() },
      check: { $0[keyPath: path].flatMap { bounds(name, $0, 1...most) } })
  }

  /// A number, checked by `isLegal`.
  static func number(
    _ name: String, _ path: WritableKeyPath<Experiment, Double> & Sendable, _ help: String,
    _ why: String, _ isLegal: @escaping @Sendable (Real) -> Bool
  ) -> ExperimentPart {
    ExperimentPart(
      name: name, help: help, streams: nil, form: .text(words: []),
      read: { experiment, text in
        guard let number = Double(text) else { throw noNumber(name, text) }
        experiment[keyPath: path] = number
      }, value: { $0[keyPath: path] },
      decode: { $0[keyPath: path] = try $1.decode() ?? $0[keyPath: path] },
      check: {
        isLegal(Real($0[keyPath: path])) ? nil : "--\(name) \($0[keyPath: path]): \(why)."
      })
  }

  /// One of the cases of an enumeration.
  static func choice<Choice: CaseIterable & RawRepresentable<String> & Codable & Sendable>(
    _ name: String, _ path: WritableKeyPath<Experiment, Choice> & Sendable, of kind: String,
    _ help: String
  ) -> ExperimentPart {
    let cases = Array(Choice.allCases)
    let words = cases.map(\.rawValue)
    return ExperimentPart(
      name: name, help: help, streams: nil, form: .text(words: words),
      read: { $0[keyPath: path] = cases[try Names(kind, words).place(of: $1)] },
      value: { $0[keyPath: path] },
      decode: { $0[keyPath: path] = try $1.decode() ?? $0[keyPath: path] }, check: { _ in nil })
  }

  /// Yes or no.
  static func flag(
    _ name: String, _ path: WritableKeyPath<Experiment, Bool> & Sendable, _ help: String
  ) -> ExperimentPart {
    ExperimentPart(
      name: name, help: help, streams: nil, form: .flag,
      read: { $0[keyPath: path] = $1 == "true" }, value: { $0[keyPath: path] },
      decode: { $0[keyPath: path] = try $1.decode() ?? $0[keyPath: path] }, check: { _ in nil })
  }

  /// Yes or no, of some streams.
  static func flag(
    _ name: String, _ path: WritableKeyPath<Experiment, Bool?> & Sendable,
    of streams: [StreamKind]?,
    _ help: String, form: Form = .flag
  ) -> ExperimentPart {
    ExperimentPart(
      name: name, help: help, streams: streams, form: form,
      read: { $0[keyPath: path] = $1 == "true" },
      value: { $0[keyPath: path].map { $0 as any Encodable } },
      decode: { $0[keyPath: path] = try $1.decode() }, check: { _ in nil })
  }

  static func whole(_ text: String, _ name: String) throws -> Int {
    guard let number = Int(text) else { throw noNumber(name, text) }
    return number
  }

  static func noNumber(_ name: String, _ text: String) -> SettingError {
    SettingError("--\(name) “\(text)”: that is no number.")
  }

  private static func bounds(_ name: String, _ count: Int, _ range: ClosedRange<Int>) -> String? {
    if count < range.lowerBound {
      return "--\(name) \(count): at least \(range.lowerBound) is needed."
    }
    return count > range.upperBound ? "--\(name) \(count): at most \(range.upperBound)." : nil
  }
}
