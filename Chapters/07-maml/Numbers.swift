import Book
import CLCore

extension Statistics {
  /// `"0.85 ± 0.12"`, for tables with many columns.
  var short: String {
    margin().map { "\(mean.hundredths) ± \($0.hundredths)" } ?? mean.hundredths
  }
}
