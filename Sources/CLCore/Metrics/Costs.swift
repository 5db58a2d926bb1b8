/// What a method keeps and takes besides its accuracy: a table of results says what each row costs.
public struct Costs: Sendable, Codable, Equatable {
  /// Numbers kept from one task to the next: θ, and what the method adds to it, such as a Fisher
  /// information or an old model: what a checkpoint of it holds. One number is 4 bytes.
  public var weights: Int
  /// Samples of earlier tasks kept.
  public var samples: Int
  /// Wall time of learning, tests not counted, in seconds.
  public var seconds: Double
  /// Passes over θ in all steps, as ``countingPasses(over:_:)`` counts them; `nil` where they were not counted.
  public var passes: Double?

  /// Nothing kept and nothing done, unless said otherwise.
  public init(weights: Int = 0, samples: Int = 0, seconds: Double = 0, passes: Double? = nil) {
    self.weights = weights
    self.samples = samples
    self.seconds = seconds
    self.passes = passes
  }
}
