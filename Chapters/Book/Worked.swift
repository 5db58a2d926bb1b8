/// A mean of differences written out with its numbers, `"((0.61 − 0.94) + (0.53 − 0.95)) / 2 = −0.37"`;
/// without `subtracted`, a mean of numbers.
///
/// The terms are rounded, the mean is not the mean of rounded terms: its last digit may be off by one
/// from what the printed terms give.
public func worked(
  _ numbers: some Collection<Double>, minus subtracted: some Collection<Double> = [Double]()
) -> String {
  let isDifference = !subtracted.isEmpty
  let terms =
    isDifference
    ? zip(numbers, subtracted).map { "(\($0.hundredths) − \($1.hundredths))" }
    : numbers.map(\.hundredths)
  let sum = numbers.reduce(0, +) - subtracted.reduce(0, +)
  let mean = sum / Double(max(numbers.count, 1))
  return "(\(terms.joined(separator: " + "))) / \(numbers.count) = \(mean.hundredths)"
}
