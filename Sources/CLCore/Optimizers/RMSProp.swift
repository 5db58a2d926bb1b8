import CKernels

/// RMSProp (Tieleman & Hinton 2012): s ← α s + (1 − α) g², θ ← θ − η g / (√s + ε).
public struct RMSProp: Optimizer, Equatable {
  /// The learning rate η.
  public var rate: Double
  /// α, the decay of the running mean of squared gradients.
  public var decay: Double
  /// ε, which keeps steps finite.
  public var epsilon: Double
  private var mean: Tensor?

  /// RMSProp with learning rate η.
  public init(rate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8) {
    self.rate = rate
    self.decay = decay
    self.epsilon = epsilon
  }

  public var name: String { "RMSProp" }

  public mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    var s = state(mean, for: theta, gradient)
    mean = nil
    withExtendedLifetime(gradient) {
      theta.write { theta in
        s.write { s in
          ck_rmsprop(
            theta.baseAddress, gradient.start, s.baseAddress, rate, decay, epsilon,
            theta.count)
        }
      }
    }
    mean = s
  }

  public mutating func reset() { mean = nil }

  public mutating func carry(from old: Layout, to new: Layout) {
    mean = new.carry(mean, from: old)
  }
}

extension RMSProp: Configurable {
  public static let about = About(
    "rmsprop", "each weight's rate follows a running mean of its squared gradients",
    paper: "Tieleman & Hinton 2012", .optimizer)
  public static let standard = RMSProp()
  public static let settings: [Setting<RMSProp>] = [
    .number("rate", \.rate, .above(0), "η, the learning rate"),
    .number("decay", \.decay, .within(0..<1), "α, the decay of the running mean"),
    .number("epsilon", \.epsilon, .above(0), "ε, which keeps steps finite"),
  ]
}
