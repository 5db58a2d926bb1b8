import CLCore
import Foundation

/// A task for a model of two weights, small enough to draw: logistic regression p(y = 1 | x; θ) = σ(θ·x).
///
/// The labels are drawn with the probability σ(θ*·x), and all that is taken of them is a mean over what
/// could be drawn, as if there were data without end. So the minimum of the loss is θ* itself.
struct TwoWeights: Sendable {
  /// Where the loss is smallest.
  let optimum: SIMD2<Double>
  /// The inputs, a cloud long in one direction and narrow across it.
  let inputs: [SIMD2<Double>]

  /// A task with 200 inputs whose cloud is long in the direction `angle`, in degrees from the first axis.
  init(optimum: SIMD2<Double>, angle: Double, seed: UInt64) {
    var random = Random(seed: seed, "two weights")
    let direction = SIMD2(cos(angle * .pi / 180), sin(angle * .pi / 180))
    let across = SIMD2(-direction.y, direction.x)
    self.optimum = optimum
    inputs = (0..<200).map { _ in
      2 * random.normal() * direction + 0.35 * random.normal() * across
    }
  }

  /// The mean cross-entropy at θ above its smallest value.
  func rise(at theta: SIMD2<Double>) -> Double {
    mean { x in
      let truth = probability(x, optimum)
      let guess = probability(x, theta)
      return truth * log(truth / guess) + (1 - truth) * log((1 - truth) / (1 - guess))
    }
  }

  /// The slope of the loss at θ.
  func gradient(at theta: SIMD2<Double>) -> SIMD2<Double> {
    let slopes = inputs.map { (probability($0, theta) - probability($0, optimum)) * $0 }
    return slopes.reduce(.zero, +) / Double(inputs.count)
  }

  /// The Fisher information at θ, all four numbers of it: the mean of p (1 − p) x xᵀ.
  func fisher(at theta: SIMD2<Double>) -> Matrix2 {
    func entry(_ product: (SIMD2<Double>) -> Double) -> Double {
      mean { x in
        let p = probability(x, theta)
        return p * (1 - p) * product(x)
      }
    }
    return Matrix2(xx: entry { $0.x * $0.x }, xy: entry { $0.x * $0.y }, yy: entry { $0.y * $0.y })
  }

  /// Where the loss and a well ½ (θ − c)ᵀ M (θ − c) together are smallest, by Newton's method from `start`.
  func minimum(
    with well: Matrix2, around centre: SIMD2<Double>, from start: SIMD2<Double>
  ) -> SIMD2<Double> {
    (0..<40).reduce(start) { theta, _ in
      let slope = gradient(at: theta) + well.times(theta - centre)
      let curvature = fisher(at: theta).plus(well)
      // Half a step: a whole one can overshoot where the loss is flat.
      return theta - 0.5 * curvature.solve(slope)
    }
  }

  /// The places that gradient descent passes on its way from `start`.
  func descent(from start: SIMD2<Double>, steps: Int) -> [SIMD2<Double>] {
    (0..<steps).reduce(into: [start]) { path, _ in
      let theta = path[path.count - 1]
      path.append(theta - 0.2 * gradient(at: theta))
    }
  }

  private func probability(_ x: SIMD2<Double>, _ theta: SIMD2<Double>) -> Double {
    1 / (1 + exp(-(theta * x).sum()))
  }

  private func mean(_ value: (SIMD2<Double>) -> Double) -> Double {
    inputs.reduce(0) { $0 + value($1) } / Double(inputs.count)
  }
}

/// A symmetric matrix of two rows.
struct Matrix2: Sendable {
  var xx, xy, yy: Double

  /// What a method keeps that has one number for each weight.
  var diagonal: Matrix2 { Matrix2(xx: xx, xy: 0, yy: yy) }

  func times(_ v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(xx * v.x + xy * v.y, xy * v.x + yy * v.y)
  }

  func plus(_ m: Matrix2) -> Matrix2 { Matrix2(xx: xx + m.xx, xy: xy + m.xy, yy: yy + m.yy) }

  func scaled(by factor: Double) -> Matrix2 {
    Matrix2(xx: factor * xx, xy: factor * xy, yy: factor * yy)
  }

  /// The x of `self` · x = v.
  func solve(_ v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(yy * v.x - xy * v.y, xx * v.y - xy * v.x) / (xx * yy - xy * xy)
  }
}
