import CKernels

/// Gradient descent with momentum (Polyak 1964): u ← μ u + g, θ ← θ − η u.
public struct Momentum: Optimizer, Equatable {
  /// The learning rate η.
  public var rate: Double
  /// The momentum μ in [0, 1).
  public var momentum: Double
  private var velocity: Tensor?

  /// Gradient descent with learning rate η and momentum μ.
  public init(rate: Double, momentum: Double = 0.9) {
    self.rate = rate
    self.momentum = momentum
  }

  public var name: String { "momentum" }

  public mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    var u = state(velocity, for: theta, gradient)
    velocity = nil
    withExtendedLifetime(gradient) {
      theta.write { theta in
        u.write { u in
          ck_momentum(
            theta.baseAddress, gradient.start, u.baseAddress, rate, momentum, theta.count)
        }
      }
    }
    velocity = u
  }

  public mutating func reset() { velocity = nil }

  public mutating func carry(from old: Layout, to new: Layout) {
    velocity = new.carry(velocity, from: old)
  }
}

extension Momentum: Configurable {
  public static let about = About(
    "momentum", "gradient descent that keeps some of its last step",
    paper: "Polyak 1964", .optimizer)
  public static let standard = Momentum(rate: 0.01)
  public static let settings: [Setting<Momentum>] = [
    .number("rate", \.rate, .above(0), "η, the learning rate"),
    .number("momentum", \.momentum, .within(0..<1), "μ, how much of the last step is kept"),
  ]
}
