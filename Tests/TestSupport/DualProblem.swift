import Foundation
import Theta

/// Gradients with all that makes GEM's quadratic programme hard, their products, and a margin γ.
///
/// It stands here because this module is optimised and the tests are not.
package struct DualProblem {
  let rows: [[Double]]
  let gradient: [Double]
  /// γ
  package let margin: Double
  /// A = G Gᵀ
  package var gram: [[Double]] { rows.map { row in rows.map { Self.product(row, $0) } } }
  /// b = G g
  package var products: [Double] { rows.map { Self.product($0, gradient) } }

  /// Up to a hundred gradients of up to 120 numbers: some equal, zero, nearly parallel, or dependent on others,
  /// of lengths that differ by eight decades.
  package init(_ random: inout Random) {
    let size = [2, 5, 20, 120][random.below(4)]
    gradient = (0..<size).map { _ in random.normal() }
    margin = [0, 0, 0.001, 0.5][random.below(4)]
    var rows: [[Double]] = []
    for _ in 0...random.below(100) {
      let other = rows.isEmpty ? gradient : rows[random.below(rows.count)]
      let another = rows.isEmpty ? gradient : rows[random.below(rows.count)]
      let length = Self.product(other, other).squareRoot()
      switch random.below(8) {
      case 0: rows.append(other)
      case 1: rows.append(gradient.map { _ in 0 })
      case 2:
        let (a, b) = (random.normal(), random.normal())
        rows.append(zip(other, another).map { a * $0 + b * $1 })
      case 3:
        let angle = pow(10, random.uniform(in: -12 ... -1))
        rows.append(other.map { $0 + angle * length * random.normal() })
      default:
        let scale = pow(10, random.uniform(in: -4...4))
        rows.append(gradient.map { _ in scale * random.normal() })
      }
    }
    self.rows = rows
  }

  /// By how much v breaks the conditions of Karush, Kuhn and Tucker: v ≥ γ, w = Av + b ≥ 0, and (v − γ) w = 0
  /// element-wise; infinite where v < γ.
  ///
  /// w is worked out from g + Gᵀv, not from A, as a share of what it was summed from, which is
  /// |gᵢ| (|g| + Σ vⱼ |gⱼ|). And a projection, where γ = 0, lengthens nothing.
  package func violation(of v: [Double]) -> Double {
    guard v.allSatisfy({ $0 >= margin }) else { return .infinity }
    let lengths = rows.map { Self.product($0, $0).squareRoot() }
    let whole = Self.product(gradient, gradient)
    let size = zip(v, lengths).reduce(whole.squareRoot()) { $0 + $1.0 * $1.1 }
    var step = gradient
    for (row, v) in zip(rows, v) { for i in step.indices { step[i] += v * row[i] } }
    var worst = margin == 0 ? max(0, Self.product(step, step) / whole - 1) : 0
    for (i, row) in rows.enumerated() where lengths[i] > 0 {
      let slope = Self.product(row, step) / (lengths[i] * size)
      let slack = (v[i] - margin) * lengths[i] / size
      worst = max(worst, -slope, abs(slope * slack))
    }
    return worst
  }

  /// ⟨a, b⟩
  package static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
