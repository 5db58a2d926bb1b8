import CKernels
import Foundation

/// Adam (Kingma & Ba 2015, algorithm 1): running means m of g and v of g², both corrected for
/// their start at zero; θ ← θ − η m̂ / (√v̂ + ε).
public struct Adam: Optimizer, Equatable {
  /// The learning rate η.
  public var rate: Double
  /// β₁, the decay of m.
  public var beta1: Double
  /// β₂, the decay of v.
  public var beta2: Double
  /// ε, which keeps steps finite.
  public var epsilon: Double
  private var m: Tensor?
  private var v: Tensor?
  private var steps = 0

  /// Adam with learning rate η.
  public init(
    rate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    self.rate = rate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  public var name: String { "Adam" }

  public mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    _ = move(&theta, gradient, in: nil)
  }

  /// The well's slope is added on the way, in the same pass over the weights.
  public mutating func step(
    _ theta: inout Tensor, _ gradient: consuming Tensor, in well: Quadratic
  ) -> Real {
    well.check(theta, gradient)
    return move(&theta, gradient, in: well)
  }

  private mutating func move(
    _ theta: inout Tensor, _ gradient: Tensor, in well: Quadratic?
  ) -> Real {
    var first = state(m, for: theta, gradient)
    var second = state(v, for: theta, gradient)
    (m, v) = (nil, nil)
    steps += 1
    let correctedRate = rate / (1 - pow(beta1, Double(steps)))
    let root = (1 - pow(beta2, Double(steps))).squareRoot()
    let value = withExtendedLifetime((gradient, well)) {
      first.write { first in
        second.write { second in
          theta.sumPasses { theta, i, count in
            let g = gradient.start + i
            let m = first.baseAddress?.advanced(by: i)
            let v = second.baseAddress?.advanced(by: i)
            guard let well else {
              ck_adam(theta, g, m, v, beta1, beta2, correctedRate, root, epsilon, count)
              return 0
            }
            return ck_adam_in_well(
              theta, g, well.weight.start + i, well.centre.start + i, m, v, beta1, beta2,
              correctedRate, root, epsilon, count)
          }
        }
      }
    }
    (m, v) = (first, second)
    return value
  }

  public mutating func reset() { (m, v, steps) = (nil, nil, 0) }

  /// Moves m and v to a grown layout, new weights from 0.
  ///
  /// The count of steps is one for all weights, so late in a run the means of new weights are not
  /// corrected for their start at zero: under a steady gradient their first dozen steps grow to
  /// 6.6 η with the default β₁ and β₂. `reset` before growing avoids that.
  public mutating func carry(from old: Layout, to new: Layout) {
    m = new.carry(m, from: old)
    v = new.carry(v, from: old)
  }
}

extension Adam: Configurable {
  public static let about = About(
    "adam", "running means of gradients and of their squares, corrected for their start",
    paper: "Kingma & Ba 2015", .optimizer)
  public static let standard = Adam()
  public static let settings: [Setting<Adam>] = [
    .number("rate", \.rate, .above(0), "η, the learning rate"),
    .number("beta1", \.beta1, .within(0..<1), "β₁, the decay of the mean of gradients"),
    .number("beta2", \.beta2, .within(0..<1), "β₂, the decay of the mean of their squares"),
    .number("epsilon", \.epsilon, .above(0), "ε, which keeps steps finite"),
  ]
}
