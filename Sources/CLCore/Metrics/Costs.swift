/// What a method keeps and takes besides its accuracy: a table of results says what each row costs.
public struct Costs: Sendable, Codable, Equatable {
  /// Numbers kept from one task to the next: θ, and what the method adds to it, such as a Fisher
  /// information or an old model. One number is 4 bytes.
  public var weights: Int
  /// Samples of earlier tasks kept.
  public var samples: Int
  /// Wall time of learning, tests not counted, in seconds.
  public var seconds: Double
  /// Passes over θ: how often an operation as long as θ ran, such as a product with the weights in
  /// the forward direction, its derivative, an optimiser's step, a penalty.
  public var passes: Int

  /// Nothing kept and nothing done, unless said otherwise.
  public init(weights: Int = 0, samples: Int = 0, seconds: Double = 0, passes: Int = 0) {
    self.weights = weights
    self.samples = samples
    self.seconds = seconds
    self.passes = passes
  }
}
