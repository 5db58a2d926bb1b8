import CLCore
import Foundation

extension Double {
  /// The natural logarithm.
  public var logarithm: Double { log(self) }

  /// `"85.3 %"` for 0.853.
  public var percent: String { String(format: "%.1f %%", 100 * self) }

  /// Three decimals with a true minus sign.
  public var decimals: String {
    String(format: "%.3f", self).replacingOccurrences(of: "-", with: "−")
  }
}

extension Statistics {
  /// `"0.853 ± 0.012"`, the mean and the margin of the 95 % t-interval; the mean alone for one seed.
  public var text: String {
    margin().map { "\(mean.decimals) ± \($0.decimals)" } ?? mean.decimals
  }
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
