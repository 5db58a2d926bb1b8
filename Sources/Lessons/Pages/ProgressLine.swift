import Foundation

/// When and how the progress of a long piece of work is shown.
///
/// On a terminal one line is drawn over and over, ten times a second at most; elsewhere a plain line comes for
/// every tenth part, not more often than every two seconds. Work of less than a second shows nothing.
package struct ProgressLine {
  private let what: String
  private let wording: Wording
  private let isTerminal: Bool
  private var lastShown = 0.0
  private var shownTenths = 0
  private var hasShown = false

  package init(_ what: String, isTerminal: Bool) {
    self.init(what, wording: Wording(.english), isTerminal: isTerminal)
  }

  init(_ what: String, wording: Wording, isTerminal: Bool) {
    self.what = what
    self.wording = wording
    self.isTerminal = isTerminal
  }

  /// The text to write when a share `done` (0 to 1) took `seconds`; nil when there is nothing to write.
  package mutating func text(done: Double, seconds: Double, width: Int) -> String? {
    guard seconds >= 1 else { return nil }
    if isTerminal {
      guard !hasShown || seconds - lastShown >= 0.1 else { return nil }
    } else {
      let tenths = Int(done * 10)
      guard tenths > shownTenths, !hasShown || seconds - lastShown >= 2 else { return nil }
      shownTenths = tenths
    }
    hasShown = true
    lastShown = seconds
    let percent = Int(done * 100)
    let left =
      done > 0.01 ? wording.left(Self.duration(seconds * (1 - done) / done)) : wording.begun
    let words = "\(percent) %".rightAligned(to: 5) + "  " + left
    guard isTerminal else { return "  \(what)  \(words)\n" }
    let room = max(0, min(24, width - what.displayWidth - words.displayWidth - 8))
    let full = min(room, Int(done * Double(room)))
    let bar = String(repeating: "▇", count: full) + String(repeating: "▁", count: room - full)
    return Self.clear + "  \(what)  \(bar)  \(words)"
  }

  /// The text to write when the work has ended after `seconds`; nil when nothing was shown before.
  package func ending(seconds: Double) -> String? {
    guard hasShown else { return nil }
    return (isTerminal ? Self.clear : "") + "  \(what)  \(Self.duration(seconds))\n"
  }

  /// To the start of the line, and clears it.
  private static let clear = "\r\u{1B}[K"

  /// A length of time in words: 12 s, 3 min 05 s.
  package static func duration(_ seconds: Double) -> String {
    if seconds < 10 { return seconds.formatted(decimals: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    return "\(whole / 60) min \(whole % 60 < 10 ? "0" : "")\(whole % 60) s"
  }
}

extension Double {
  /// The number with a fixed count of decimals, the same in every locale. What is rounded to zero has no sign.
  package func formatted(decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", self)
    return text.allSatisfy { "-0.".contains($0) } ? text.replacing("-", with: "") : text
  }
}
