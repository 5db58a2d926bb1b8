import CLCore
import ArgumentParser

/// `name=value` on the command line.
package enum Assignment {
  /// The two sides of a text such as `lambda=1e3`.
  ///
  /// - Throws: `ValidationError` when it has not two.
  package static func sides(_ text: String) throws -> (name: String, value: String) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
      throw ValidationError("“\(text)” sets nothing. Write name=value, such as lambda=100.")
    }
    return (String(sides[0]), String(sides[1]))
  }

  /// The setting and its value.
  ///
  /// - Parameter owner: whose settings they are.
  /// - Throws: `ValidationError` when there is no such setting, with the nearest, and when it cannot be
  ///   what is typed.
  package static func read(
    _ text: String, of owner: String, _ settings: [SettingDescription]
  ) throws -> (name: String, value: SettingValue) {
    let (name, value) = try sides(text)
    let setting = try settings.named(name, of: owner)
    return (setting.name, try setting.value(of: value))
  }
}
