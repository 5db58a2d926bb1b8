import CKernels

/// AdaGrad (Duchi, Hazan & Singer 2011): s ← s + g², θ ← θ − η g / (√s + ε).
public struct AdaGrad: Optimizer, Equatable {
  /// The learning rate η.
  public var rate: Double
  /// ε, which keeps the first steps finite.
  public var epsilon: Double
  private var sum: Tensor?

  /// AdaGrad with learning rate η.
  public init(rate: Double = 0.01, epsilon: Double = 1e-10) {
    self.rate = rate
    self.epsilon = epsilon
  }

  public var name: String { "AdaGrad" }

  public mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    var s = state(sum, for: theta, gradient)
    sum = nil
    withExtendedLifetime(gradient) {
      theta.write { theta in
        s.write { s in
          ck_adagrad(
            theta.baseAddress, gradient.start, s.baseAddress, rate, epsilon, theta.count)
        }
      }
    }
    sum = s
  }

  public mutating func reset() { sum = nil }

  public mutating func carry(from old: Layout, to new: Layout) { sum = new.carry(sum, from: old) }
}

extension AdaGrad: Configurable {
  public static let about = About(
    "adagrad", "each weight's rate falls with the sum of its squared gradients",
    paper: "Duchi, Hazan & Singer 2011", .optimizer)
  public static let standard = AdaGrad()
  public static let settings: [Setting<AdaGrad>] = [
    .number("rate", \.rate, .above(0), "η, the learning rate"),
    .number("epsilon", \.epsilon, .above(0), "ε, which keeps the first steps finite"),
  ]
}
