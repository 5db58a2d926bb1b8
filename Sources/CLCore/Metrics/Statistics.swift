/// What several runs of the same experiment, one a seed, say together.
///
/// With one run there is a mean and nothing else: spread and interval are `nil`.
public struct Statistics: Sendable, Codable, Equatable {
  /// How many runs.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// The standard deviation of a run, with n − 1 in the denominator.
  public let standardDeviation: Double?

  /// The statistics of one result a run.
  public init(_ values: [Double]) {
    require(!values.isEmpty, "statistics need the result of at least one run")
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    count = values.count
    self.mean = mean
    standardDeviation = values.count > 1 ? (squares / (n - 1)).squareRoot() : nil
  }

  /// The statistics of a − b, run by run.
  ///
  /// Two methods that share their seeds meet the same images in the same order from the same θ, so
  /// what the seed does to both cancels. Where this interval excludes 0 the methods differ, even
  /// if the intervals of each overlap.
  public static func paired(_ a: [Double], minus b: [Double]) -> Statistics {
    require(
      a.count == b.count, "\(a.count) runs cannot be paired with \(b.count): methods share seeds")
    return Statistics(zip(a, b).map { $0 - $1 })
  }

  /// The standard error of the mean: the standard deviation over √n.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }

  /// Half the width of the two-sided t-interval: the quantile of Student's t with n − 1 degrees of
  /// freedom times the standard error. It rests on the runs being normally distributed.
  public func margin(confidence: Double = 0.95) -> Double? {
    standardError.map {
      $0 * StudentT(degreesOfFreedom: count - 1).twoSidedQuantile(confidence: confidence)
    }
  }

  /// Where the mean of very many runs lies, with the given confidence. `nil` also when a run gave
  /// infinity or NaN.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let margin = margin(confidence: confidence), (mean + margin).isFinite else { return nil }
    return mean - margin...mean + margin
  }
}
