import Book
import CLCore

extension Collection<Double> {
  /// The mean.
  var mean: Double { reduce(0, +) / Double(count) }
}

extension Statistics {
  /// `"0.85 ± 0.12"`, for tables with many columns.
  var short: String {
    margin().map { "\(mean.hundredths) ± \($0.hundredths)" } ?? mean.hundredths
  }
}
