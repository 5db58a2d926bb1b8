import CKernels

/// Gradient descent: θ ← θ − η g.
public struct SGD: Optimizer, Hashable {
  /// The learning rate η.
  public var rate: Double

  /// Gradient descent with learning rate η.
  public init(rate: Double) { self.rate = rate }

  public var name: String { "SGD" }

  public mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    require(
      theta.count == gradient.count,
      "\(name): a gradient of shape \(gradient.shape) for weights of shape \(theta.shape)")
    theta.add(Real(-rate), gradient.reshaped(theta.shape))
  }

  public mutating func reset() {}

  public mutating func carry(from old: Layout, to new: Layout) {}
}

extension SGD: Configurable {
  public static let about = About(
    "sgd", "gradient descent: θ ← θ − η g",
    paper: "Robbins & Monro 1951", .optimizer)
  public static let standard = SGD(rate: 0.1)
  public static let settings: [Setting<SGD>] = [
    .number("rate", \.rate, .above(0), "η, the learning rate")
  ]
}
