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
    var first = state(m, for: theta, gradient)
    var second = state(v, for: theta, gradient)
    (m, v) = (nil, nil)
    steps += 1
    let correctedRate = rate / (1 - pow(beta1, Double(steps)))
    let root = (1 - pow(beta2, Double(steps))).squareRoot()
    withExtendedLifetime(gradient) {
      first.write { first in
        second.write { second in
          theta.writePasses { theta, i, count in
            ck_adam(
              theta, gradient.start + i, first.baseAddress?.advanced(by: i),
              second.baseAddress?.advanced(by: i), beta1, beta2, correctedRate, root, epsilon, count
            )
          }
        }
      }
    }
    (m, v) = (first, second)
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
