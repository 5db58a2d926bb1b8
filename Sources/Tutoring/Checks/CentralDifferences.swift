import CLCore
import Exercise

/// Whether a learner's gradient is the derivative of the learner's own function, by central differences: which
/// of the two is wrong need not be known to say that they do not belong together.
package struct CentralDifferences {
  private let theta: Tensor
  private let step: Real = 0.01

  /// Differences about θ, [P].
  package init(about theta: Tensor) { self.theta = theta }

  /// Where the function is asked for: θ with each weight a step down and a step up in turn, 2P places.
  package var places: [Tensor] {
    (0..<theta.count).flatMap { i in
      [-step, step].map { away in
        var place = theta
        place.write { $0[i] += away }
        return place
      }
    }
  }

  /// What does not fit, in words; nil where the gradient is the derivative of the `values` at `places`.
  package func broken(by gradient: Value, of values: [Value]) -> Finding? {
    let found = values.compactMap { $0.numbers?.first }
    guard let gradient = gradient.numbers, gradient.count == theta.count,
      found.count == 2 * gradient.count, (gradient + found).allSatisfy(\.isFinite)
    else { return nil }
    let slopes = gradient.indices.map { i in
      (found[2 * i + 1] - found[2 * i]) / (2 * Double(step))
    }
    let off = zip(gradient, slopes).map { abs($0 - $1) }
    let largest = slopes.map(abs).max() ?? 0
    guard let worst = off.indices.max(by: { off[$0] < off[$1] }), off[worst] > 0.01 * largest else {
      return nil
    }
    return Finding(
      .wrong,
      "This is not the derivative of your own function: at weight \(worst) its central difference is "
        + "\(Comparison.short(slopes[worst])), your gradient has \(Comparison.short(gradient[worst]))."
    )
  }
}
