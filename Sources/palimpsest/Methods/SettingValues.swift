import ArgumentParser

/// The settings of one method or optimiser: those that were given, and the standard ones for the rest.
public struct SettingValues: Sendable {
  private let values: [String: SettingValue]

  /// - Parameter owner: whose settings they are, such as `ewc`.
  /// - Throws: `ValidationError` for a name that is none of the settings, with the nearest, and for a
  ///   value that the setting cannot have.
  package init(of owner: String, _ settings: [Setting], given: [String: SettingValue]) throws {
    var values: [String: SettingValue] = [:]
    for setting in settings { values[setting.name] = setting.standard }
    let names = Names("setting of \(owner)", settings.map(\.name))
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard !settings.isEmpty else {
        throw ValidationError("\(owner) has no settings, not “\(name)”.")
      }
      let setting = settings[try names.place(of: name)]
      values[setting.name] = try setting.checked(value)
    }
    self.values = values
  }

  /// All of them by name, the standard ones too.
  package var all: [String: SettingValue] { values }

  /// The number that a setting has; its card gives it one.
  public func number(_ name: String) -> Double {
    guard let number = optionalNumber(name) else {
      preconditionFailure("\(name) has no number: its card needs a standard one")
    }
    return number
  }

  /// The number that a setting has; `nil` when it was left out.
  public func optionalNumber(_ name: String) -> Double? {
    guard case .number(let number)? = values[name] else { return nil }
    return number
  }

  /// The same of a whole number.
  public func count(_ name: String) -> Int { Int(number(name)) }

  /// The same of a whole number that may be left out.
  public func optionalCount(_ name: String) -> Int? { optionalNumber(name).map { Int($0) } }

  /// The word that a setting has; its card gives it one.
  public func word(_ name: String) -> String {
    guard case .word(let word)? = values[name] else {
      preconditionFailure("\(name) has no word: its card needs a standard one")
    }
    return word
  }

  /// Whether a setting is yes; its card says so or not.
  public func truth(_ name: String) -> Bool { values[name] == .truth(true) }
}
