/// A setting of a method or an optimiser: what it is called, what it means, and what it may be.
public struct SettingDescription: Sendable {
  /// What it is called on the command line, such as `replay-batch`.
  public let name: String
  /// What it means, in a line.
  public let meaning: String
  /// What it may be.
  public let kind: Kind
  /// What it is unless something is said; `nil` where leaving it out has a meaning of its own.
  public let standard: SettingValue?

  /// What a setting may be.
  public enum Kind: Sendable, Equatable {
    case number(Interval)
    case count(from: Int)
    case choice([String])
    case truth
  }

  /// What it may be, in words.
  package var legal: String {
    switch kind {
    case .number(let interval): interval.text
    case .count(let least): "whole, ≥ \(least)"
    case .choice(let words): words.joined(separator: ", ")
    case .truth: "yes, no"
    }
  }

  /// The value that a text on the command line stands for.
  ///
  /// - Throws: `SettingError` when this setting cannot have it.
  package func value(of text: String) throws(SettingError) -> SettingValue {
    switch kind {
    case .number, .count:
      guard let number = Double(text) else { throw refusal(of: text) }
      return try checked(.number(number))
    case .choice(let words):
      return .word(words[try Names("value of \(name)", words).place(of: text)])
    case .truth:
      let isTrue = ["yes", "true", "1"].contains(text)
      guard isTrue || ["no", "false", "0"].contains(text) else { throw refusal(of: text) }
      return .truth(isTrue)
    }
  }

  /// The value itself, if this setting can have it.
  ///
  /// - Throws: `SettingError` otherwise.
  package func checked(_ value: SettingValue) throws(SettingError) -> SettingValue {
    switch (kind, value) {
    case (.number(let interval), .number(let number)) where interval.contains(number):
      // The network computes in Real, where 1e39 may be infinite and 1e-50 may be 0.
      guard interval.contains(Double(Real(number))) else {
        throw refusal(of: "\(value.text)", as: Real(number))
      }
    case (.count(let least), .number(let number))
    where Int(exactly: number).map { $0 >= least } == true: break
    case (.choice(let words), .word(let word)):
      return .word(words[try Names("value of \(name)", words).place(of: word)])
    case (.truth, .truth): break
    default: throw refusal(of: value.text)
    }
    return value
  }

  private func refusal(of text: String, as number: Real? = nil) -> SettingError {
    let reason = number.map { ", which as a \(Real.self) is \($0)" } ?? ""
    return SettingError("\(name) cannot be “\(text)”\(reason). It may be: \(legal).")
  }
}

extension [SettingDescription] {
  /// The setting with this name.
  ///
  /// - Parameter owner: whose settings they are, such as `ewc`.
  /// - Throws: `SettingError` when there is none, with the nearest name.
  package func named(
    _ name: String, of owner: String
  ) throws(SettingError) -> SettingDescription {
    if isEmpty { throw SettingError("\(owner) has no settings, not “\(name)”.") }
    return self[try Names("setting of \(owner)", map(\.name)).place(of: name)]
  }
}

/// A name that is not known, or a value that is not legal.
public struct SettingError: Error, CustomStringConvertible {
  /// What is wrong, and what would be right.
  public let description: String

  package init(_ description: String) { self.description = description }
}
