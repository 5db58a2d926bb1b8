import CLCore
import Lessons

extension EntryResult {
  /// A row of a table that tells what was forgotten: method, accuracy, BWT and its worst in points, numbers
  /// kept.
  var withForgetting: [String] {
    let transfers = runs.compactMap(\.matrix.backwardTransfer).map { 100 * $0 }
    let weights = Statistics(runs.map { Double($0.costs.weights) })
    return [
      entry.method, accuracy.withError, transfers.isEmpty ? "–" : Statistics(transfers).signed,
      transfers.min()?.signedOrZero ?? "–", weights.mean.formatted(decimals: 0),
    ]
  }

  /// What the method counted on its way, in the mean over the runs and at least; `nil` if nothing.
  package var counts: String? {
    let names = Set(runs.flatMap { $0.counted.keys }).sorted()
    if names.isEmpty { return nil }
    let texts = names.map { name in
      let values = runs.map { $0.counted[name] ?? 0 }
      return
        "\(Statistics(values.map(Double.init)).mean.formatted(decimals: 1)) \(name) in the mean, "
        + "\(values.min() ?? 0) at least"
    }
    return "\(entry.method): " + texts.joined(separator: "; ") + "."
  }
}

extension Statistics {
  /// Mean with its sign and standard error; a mean of nothing but zeros is 0.
  fileprivate var signed: String {
    mean.signedOrZero + (standardError.flatMap { $0 > 0 ? " ± " + $0.hundredths : nil } ?? "")
  }
}

extension Double {
  /// Two decimals with a sign; exactly 0 is 0.
  fileprivate var signedOrZero: String { self == 0 ? "0" : signed }
}
