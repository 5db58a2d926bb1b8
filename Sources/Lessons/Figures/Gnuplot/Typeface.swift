import Foundation

/// The fonts that pictures ask for. Where one is missing another takes its place without a word, wider or
/// narrower than was reckoned with, or boxes stand for letters.
package struct Typeface: Sendable {
  private let ask: @Sendable ([String]) -> String?

  /// - Parameter ask: runs a command and returns what it prints; nil when there is no such command.
  package init(ask: @escaping @Sendable ([String]) -> String? = Typeface.run) {
    self.ask = ask
  }

  /// What is missing to write `words`, with the line that installs it; nil when nothing is, or when there is no
  /// fontconfig to ask.
  package func missing(for words: String) -> String? {
    let latin = Format.page.font
    if !has(latin) {
      return Self.notice("the font \(latin)", "fonts-dejavu-core", "font-dejavu")
    }
    let isChinese = words.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
    if isChinese, let fonts = ask(["fc-list", ":lang=zh", "family"]), fonts.trimmed.isEmpty {
      return Self.notice("a font with Chinese characters", "fonts-noto-cjk", "font-noto-sans-cjk")
    }
    return nil
  }

  /// Whether fontconfig has this family; true where there is no fontconfig to ask.
  package func has(_ family: String) -> Bool {
    ask(["fc-match", "-f", "%{family}", family])?.contains(family) ?? true
  }

  private static func notice(_ what: String, _ package: String, _ cask: String) -> String {
    "Pictures want \(what), which is not installed. "
      + "Debian, Ubuntu: apt-get install \(package); macOS: brew install --cask \(cask)"
  }

  /// Runs a command of the search path without a shell.
  package static func run(_ command: [String]) -> String? {
    let process = Process()
    let printed = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = ChildProcess.environment()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = printed
    process.standardError = FileHandle.nullDevice
    // A program that prints nothing leaves no data to read, and has succeeded all the same.
    guard (try? process.run()) != nil,
      let answer = try? printed.fileHandleForReading.readToEnd() ?? Data()
    else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: answer, as: UTF8.self) : nil
  }
}
