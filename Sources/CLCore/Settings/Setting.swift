/// A setting of `Owner`: its name, bounds and meaning, and the property that holds it.
///
/// Its standard value is the one that the owner's ``Configurable/standard`` has.
public struct Setting<Owner>: Sendable {
  let name: String
  private let meaning: String
  private let kind: SettingDescription.Kind
  private let get: @Sendable (Owner) -> SettingValue?
  private let set: @Sendable (inout Owner, SettingValue) -> Void

  /// What it is at `owner`; `nil` where leaving it out has a meaning of its own.
  func value(of owner: Owner) -> SettingValue? { get(owner) }

  /// Gives it a value, which is legal.
  func set(_ value: SettingValue, of owner: inout Owner) { set(&owner, value) }

  /// The setting without its owner.
  func description(standard: SettingValue?) -> SettingDescription {
    SettingDescription(name: name, meaning: meaning, kind: kind, standard: standard)
  }

  /// A number within bounds.
  public static func number(
    _ name: String, _ path: WritableKeyPath<Owner, Double> & Sendable, _ legal: Interval,
    _ meaning: String
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, kind: .number(legal), get: { .number($0[keyPath: path]) },
      set: { if case .number(let number) = $1 { $0[keyPath: path] = number } })
  }

  /// A number within bounds that may be left out.
  public static func number(
    _ name: String, _ path: WritableKeyPath<Owner, Double?> & Sendable, _ legal: Interval,
    _ meaning: String
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, kind: .number(legal),
      get: { $0[keyPath: path].map { .number($0) } },
      set: { if case .number(let number) = $1 { $0[keyPath: path] = number } })
  }

  /// A whole number from `least` on.
  public static func count(
    _ name: String, _ path: WritableKeyPath<Owner, Int> & Sendable, from least: Int = 1,
    _ meaning: String
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, kind: .count(from: least),
      get: { .number(Double($0[keyPath: path])) },
      set: { if case .number(let number) = $1 { $0[keyPath: path] = Int(number) } })
  }

  /// A whole number from `least` on that may be left out.
  public static func count(
    _ name: String, _ path: WritableKeyPath<Owner, Int?> & Sendable, from least: Int = 1,
    _ meaning: String
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, kind: .count(from: least),
      get: { $0[keyPath: path].map { .number(Double($0)) } },
      set: { if case .number(let number) = $1 { $0[keyPath: path] = Int(number) } })
  }

  /// Yes or no.
  public static func truth(
    _ name: String, _ path: WritableKeyPath<Owner, Bool> & Sendable, _ meaning: String
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, kind: .truth, get: { .truth($0[keyPath: path]) },
      set: { if case .truth(let truth) = $1 { $0[keyPath: path] = truth } })
  }

  /// One of the cases of an enumeration; `lowerBound` is typed as `lower-bound`.
  public static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ path: WritableKeyPath<Owner, Choice> & Sendable, _ meaning: String
  ) -> Setting {
    let choices = Choice.allCases.map { (word: $0.rawValue.hyphenated, choice: $0) }
    return Setting(
      name: name, meaning: meaning, kind: .choice(choices.map(\.word)),
      get: { .word($0[keyPath: path].rawValue.hyphenated) },
      set: { owner, value in
        for (word, choice) in choices where .word(word) == value { owner[keyPath: path] = choice }
      })
  }
}

extension String {
  /// `perSample` as it is typed: `per-sample`.
  fileprivate var hyphenated: String {
    reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}
