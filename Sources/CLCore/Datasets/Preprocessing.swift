/// What is done to every image before a task sees it: padding, then p/255, then (x − μ)/σ.
public struct Preprocessing: Sendable, Codable, Equatable {
  /// Background pixels added on each of the four sides, for instance 2 to go from 28 to 32.
  public var padding: Int
  /// μ, taken from every pixel after scaling to [0, 1].
  public var mean: Double
  /// σ, by which the difference is divided.
  public var deviation: Double

  /// By default pixels are only scaled to [0, 1].
  public init(padding: Int = 0, mean: Double = 0, deviation: Double = 1) {
    require(
      padding >= 0 && deviation > 0,
      "preprocessing needs padding ≥ 0 and deviation > 0, got \(padding) and \(deviation)")
    self.padding = padding
    self.mean = mean
    self.deviation = deviation
  }

  /// Pixels scaled to [0, 1], and nothing more.
  public static let unit = Preprocessing()
}
