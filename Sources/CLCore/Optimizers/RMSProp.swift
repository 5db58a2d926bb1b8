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
