import ArgumentParser
import CLCore
import Foundation

/// The values of one setting that a search tries.
package struct SearchAxis: Sendable, Equatable {
  package let name: String
  /// On a grid.
  package let values: [SettingValue]
  /// Where chance draws from; `nil` draws one of `values`.
  package let range: Range?

  /// Numbers between two ends.
  package struct Range: Sendable, Equatable {
    let low, high: Double
    let isLogarithmic: Bool

    /// The number at a share of the way, 0 to 1.
    package func number(at share: Double) -> Double {
      if share == 0 { return low }
      if share == 1 { return high }
      return isLogarithmic ? low * pow(high / low, share) : low + (high - low) * share
    }
  }

  /// Whether a text on the command line asks for several values.
  package static func isSearched(_ value: String) -> Bool {
    value.contains("..") || value.contains(",")
  }

  /// Reads `1e0..1e10:log11`, `0..1:lin5` or `1,10,100`.
  ///
  /// - Throws: `ValidationError` when it is none of these, or the setting cannot have a value.
  package init(_ text: String, of setting: SettingDescription) throws {
    name = setting.name
    guard text.contains("..") else {
      values = try text.split(separator: ",").map { try setting.value(of: String($0)) }
      range = nil
      return
    }
    guard let match = text.wholeMatch(of: /(.+)\.\.(.+):(log|lin)([0-9]+)/),
      let low = Double(match.1), let high = Double(match.2), let count = Int(match.4), count > 1,
      low < high, match.3 == "lin" || low > 0
    else {
      throw ValidationError(
        "“\(setting.name)=\(text)” is no range. Write for example 1e0..1e10:log11, 0..1:lin5 or 1,10,100."
      )
    }
    let range = Range(low: low, high: high, isLogarithmic: match.3 == "log")
    let isWhole = if case .count = setting.kind { true } else { false }
    values = try (0..<count).map { i in
      let number = range.number(at: Double(i) / Double(count - 1)).roundedToDigits
      return try setting.checked(.number(isWhole ? number.rounded() : number))
    }
    self.range = isWhole ? nil : range
  }

  /// A value by chance.
  package func drawn(_ random: inout Random) -> SettingValue {
    guard let range else { return values[random.below(values.count)] }
    return .number(range.number(at: random.uniform()).roundedToDigits)
  }
}

extension Double {
  /// To four digits: a setting that is found is to be typed again.
  fileprivate var roundedToDigits: Double { Double(String(format: "%.3e", self)) ?? self }
}
