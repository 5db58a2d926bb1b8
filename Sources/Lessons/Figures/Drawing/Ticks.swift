import Foundation

/// Round numbers along an axis, and how they are written.
package enum Ticks {
  /// About `count` round numbers in `range`: steps of 1, 2 or 5 times a power of ten.
  package static func linear(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [range.lowerBound] }
    let rough = span / Double(count)
    let magnitude = pow(10, floor(log10(rough)))
    let step = magnitude * ([1, 2, 5].first { $0 * magnitude >= rough * 0.999 } ?? 10)
    let first = Int((range.lowerBound / step - 1e-6).rounded(.up))
    let last = Int((range.upperBound / step + 1e-6).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * step } : [range.lowerBound]
  }

  /// Powers of ten in `range`, thinned to at most `count`; with fewer than three of them, their
  /// doubles and fivefolds too.
  package static func logarithmic(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let low = Int(log10(range.lowerBound).rounded(.down))
    let high = Int(log10(range.upperBound).rounded(.up))
    func within(_ values: [Double]) -> [Double] {
      values.filter { $0 >= range.lowerBound * 0.9999 && $0 <= range.upperBound * 1.0001 }
    }
    let decades = within((low...high).map { pow(10, Double($0)) })
    if decades.count >= 3 {
      let stride = (decades.count + count - 1) / max(count, 1)
      return decades.enumerated().filter { $0.offset % max(stride, 1) == 0 }.map(\.element)
    }
    let fine = within((low...high).flatMap { d in [1, 2, 5].map { $0 * pow(10, Double(d)) } })
    return fine.count >= 2 ? fine : linear(in: range, count: count)
  }

  /// Each of `values` with as many decimals as all of them need, at most six.
  package static func texts(_ values: [Double]) -> [String] {
    let needed = values.map(decimals).max() ?? 0
    return values.map { written($0, decimals: needed) }
  }

  /// Each of `values` on its own: 0.01, 1, 100, and 10⁻⁵ beyond four zeros.
  package static func logarithmicTexts(_ values: [Double]) -> [String] {
    values.map { value in
      let exponent = log10(value).rounded()
      guard abs(exponent) > 4, abs(pow(10, exponent) / value - 1) < 1e-9 else {
        return written(value, decimals: decimals(value))
      }
      let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      let digits = String(Int(abs(exponent))).compactMap { $0.wholeNumberValue }
      return "10" + (exponent < 0 ? "⁻" : "") + String(digits.map { superscripts[$0] })
    }
  }

  /// `value` with `decimals` digits after the point, a true minus, no minus before a zero, and
  /// commas between the thousands from 10,000 on.
  package static func written(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    guard abs(value) < 1e15 else { return "\(value)" }
    let rounded = value.formatted(decimals: min(max(decimals, 0), 12))
    let isNegative = rounded.hasPrefix("-")
    var text = isNegative ? String(rounded.dropFirst()) : rounded
    let whole = text.prefix { $0 != "." }
    if whole.count > 4 {
      var grouped = ""
      for (i, digit) in whole.enumerated() {
        if i > 0, (whole.count - i) % 3 == 0 { grouped += "," }
        grouped.append(digit)
      }
      text = grouped + text.dropFirst(whole.count)
    }
    return isNegative ? "−" + text : text
  }

  private static func decimals(_ value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    return (0...6).first {
      abs((value * pow(10, Double($0))).rounded() / pow(10, Double($0)) - value) <= abs(value)
        * 1e-6
    } ?? 6
  }
}
