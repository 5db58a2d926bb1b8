/// The numbers that a setting may have.
public struct Interval: Sendable, Equatable {
  private let low, high: Double
  private let hasLow, hasHigh: Bool

  /// This number or a larger one.
  public static func atLeast(_ low: Double) -> Interval {
    Interval(low: low, high: .infinity, hasLow: true, hasHigh: false)
  }

  /// Larger than this number.
  public static func above(_ low: Double) -> Interval {
    Interval(low: low, high: .infinity, hasLow: false, hasHigh: false)
  }

  /// From one number to another, both included.
  public static func within(_ range: ClosedRange<Double>) -> Interval {
    Interval(low: range.lowerBound, high: range.upperBound, hasLow: true, hasHigh: true)
  }

  /// From one number to just below another.
  public static func within(_ range: Range<Double>) -> Interval {
    Interval(low: range.lowerBound, high: range.upperBound, hasLow: true, hasHigh: false)
  }

  /// Above one number, up to another.
  public static func above(_ low: Double, upTo high: Double) -> Interval {
    Interval(low: low, high: high, hasLow: false, hasHigh: true)
  }

  /// Between two numbers, neither included.
  public static func between(_ low: Double, _ high: Double) -> Interval {
    Interval(low: low, high: high, hasLow: false, hasHigh: false)
  }

  /// Any number but infinity.
  public static let any = Interval(low: -.infinity, high: .infinity, hasLow: false, hasHigh: false)

  package func contains(_ number: Double) -> Bool {
    (number > low || hasLow && number == low) && (number < high || hasHigh && number == high)
  }

  /// In words: `≥ 0`, `> 0`, `from 0 to 1`, `from 0 to below 1`.
  package var text: String {
    guard low.isFinite else { return "any number" }
    guard high.isFinite else { return (hasLow ? "≥ " : "> ") + low.typed }
    return (hasLow ? "from " : "above ") + low.typed + (hasHigh ? " to " : " to below ")
      + high.typed
  }
}
