import CLCore
import Foundation
import Lessons

extension Double {
  /// `"85.3 %"` for 0.853.
  public var percent: String { (100 * self).formatted(decimals: 1) + " %" }

  /// Three decimals with a true minus sign.
  public var decimals: String { written(decimals: 3) }

  /// Two decimals with a true minus sign.
  public var hundredths: String { written(decimals: 2) }

  /// One decimal with a true minus sign.
  public var tenths: String { written(decimals: 1) }

  private func written(decimals: Int) -> String {
    formatted(decimals: decimals).replacing("-", with: "−")
  }

  /// `"1.4·10⁻⁴"` for 0.00014, `"10⁻³"` for 0.001; for positive numbers.
  public var scientific: String {
    let exponent = Int(log10(self * 1.000001).rounded(.down))
    let factor = String(format: "%.2g", self / pow(10, Double(exponent)))
    let superscripts: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    let raised = String(String(exponent).compactMap { superscripts[$0] })
    return (factor == "1" ? "" : factor + "·") + "10" + raised
  }

  /// Two digits in the shorter way: `"0.5"`, `"100"`, `"2.4·10⁵"`.
  public var compact: String {
    let size = magnitude
    if size == 0 { return "0" }
    guard size >= 0.01, size < 1000 else { return (self < 0 ? "−" : "") + size.scientific }
    return String(format: size < 10 ? "%.2g" : "%.0f", self)
      .replacingOccurrences(of: "-", with: "−")
  }
}

extension Collection<Double> {
  /// The mean; 0 of none.
  public var mean: Double { reduce(0, +) / Double(Swift.max(count, 1)) }
}

extension [Int] {
  /// `"100-100"`, as the widths of a network's layers are written.
  public var widths: String { map(String.init).joined(separator: "-") }
}

extension Statistics {
  /// `"0.853 ± 0.012"`, the mean and the margin of the 95 % t-interval; the mean alone for one seed.
  public var text: String {
    margin().map { "\(mean.decimals) ± \($0.decimals)" } ?? mean.decimals
  }
}

extension Statistics? {
  /// The statistics as text, or a dash where a measure means nothing.
  public var shown: String { self?.text ?? "–" }
}

extension Run.Event {
  /// How many steps the task has had: 0 when it begins; `nil` when it ends.
  public var stepsOfTask: Int? {
    switch self {
    case .began: 0
    case .stepped(_, let step, _): step + 1
    case .learned: nil
    }
  }
}
