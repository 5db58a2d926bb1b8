import Foundation

/// What the reader asked for, by flags or by the environment; a flag wins.
package struct Settings: Equatable, Sendable {
  package var profile = Profile.quick
  /// Whether to wait for a key; a run whose input or output is no terminal never does.
  package var pauses = true
  /// The folder in place of `output/`; relative to the working directory.
  package var output: String?
  /// The folder of the data in place of the usual ones: `DATA` of a make command.
  package var data: String?
  /// The language in which the chapter is shown.
  package var language = Language.english
  /// How many jobs run side by side.
  package var threads = ProcessInfo.processInfo.activeProcessorCount
  /// The number of seeds in place of the chapter's own.
  package var seeds: Int?
  /// Whether to compute everything anew, whatever results are kept.
  package var fresh = false

  package init() {}

  /// Reads `arguments` (without the program's name) and `environment`.
  /// - Throws: ``SettingsError`` for an unknown flag or a value that cannot be used.
  package init(arguments: [String], environment: [String: String]) throws(SettingsError) {
    for option in Option.allCases {
      guard let value = environment[option.variable], !value.isEmpty else { continue }
      try take(option, value, from: option.variable)
    }
    data = environment["PALIMPSEST_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--auto" {
        pauses = false
        continue
      }
      if argument == "--fresh" {
        fresh = true
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = Option.allCases.first(where: { parts.first == Substring($0.flag) }) else {
        throw SettingsError("unknown argument \(argument)\n\(Self.usage)")
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw SettingsError("\(option.flag) needs a value\n\(Self.usage)")
      }
      try take(option, value, from: option.flag)
    }
  }

  /// What a chapter can be asked for.
  package static let usage = """
    A chapter understands
      --profile smoke|quick|full   or PROFILE   how much work it does
      --auto                       or PAUSE=0   play to the end without waiting for keys
      --output FOLDER              or OUTPUT    in place of output/
      --threads N                  or THREADS   jobs side by side
      --seeds N                    or SEEDS     number of seeds
      --language en|zh             or LESSON_LANG   in which language it is shown
      --fresh                      or FRESH=1   compute anew what earlier runs have kept
    """

  private enum Option: String, CaseIterable {
    case profile, pause, output, threads, seeds, fresh, language
    var flag: String { "--" + rawValue }
    /// `LANGUAGE` is taken: systems choose their own messages by it.
    var variable: String { self == .language ? "LESSON_LANG" : rawValue.uppercased() }
  }

  private mutating func take(_ option: Option, _ value: String, from place: String)
    throws(SettingsError)
  {
    switch option {
    case .profile:
      guard let known = Profile(rawValue: value) else {
        let all = Profile.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingsError("\(place) is \"\(value)\"; it can be \(all)")
      }
      profile = known
    case .pause: pauses = value != "0"
    case .output: output = value
    case .threads: threads = try Self.count(value, from: place)
    case .fresh: fresh = value != "0"
    case .seeds: seeds = try Self.count(value, from: place)
    case .language:
      guard let known = Language(rawValue: value) else {
        let all = Language.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingsError("\(place) is \"\(value)\"; it can be \(all)")
      }
      language = known
    }
  }

  private static func count(_ value: String, from place: String) throws(SettingsError) -> Int {
    guard let number = Int(value), (1...1000).contains(number) else {
      throw SettingsError("\(place) is \"\(value)\"; it can be a number from 1 to 1000")
    }
    return number
  }
}

/// A flag or an environment variable that cannot be used.
public struct SettingsError: Error, Equatable, CustomStringConvertible {
  /// What was given and what can be.
  public let description: String

  init(_ description: String) { self.description = description }
}
