import CLCore
import Foundation

extension Double {
  /// `"85.3 %"` for 0.853.
  public var percent: String { String(format: "%.1f %%", 100 * self) }
  /// Three decimals with a true minus sign.
  public var decimals: String {
    String(format: "%.3f", self).replacingOccurrences(of: "-", with: "−")
  }
}

extension Interval {
  /// `"0.853 ± 0.012"`.
  public var text: String { "\(mean.decimals) ± \(halfWidth.decimals)" }
}

extension Run.Event {
  /// How many steps a task has had: 0 when it begins; `nil` when it ends.
  public var stepsOfTask: Int? {
    switch self {
    case .began: 0
    case .stepped(_, let step, _): step + 1
    case .learned: nil
    }
  }
}
