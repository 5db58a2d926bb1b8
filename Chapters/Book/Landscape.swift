import CLCore

/// The loss of several tasks over the plane through three points of weight space.
///
/// The origin is `a`; x = 1 is `b`, and y is measured at right angles to that, in the same unit, so
/// that distances and angles in a picture of the plane are those of weight space.
public struct Landscape: Sendable {
  /// The three points, [P] each.
  public let a, b, c: Tensor
  private let right: Tensor
  private let up: Tensor
  private let unit: Double

  /// The plane through three weight vectors that do not lie on one line.
  public init(a: Tensor, b: Tensor, c: Tensor) {
    (self.a, self.b, self.c) = (a, b, c)
    let toB = b - a
    unit = Double(toB.norm)
    right = toB / toB.norm
    let toC = c - a
    let across = toC - right * toC.dot(right)
    up = across / across.norm
  }

  /// Where the foot of θ on the plane lies.
  public func coordinates(of theta: Tensor) -> (x: Double, y: Double) {
    let away = theta - a
    return (Double(away.dot(right)) / unit, Double(away.dot(up)) / unit)
  }

  /// The weights at a point of the plane, [P].
  public func theta(x: Double, y: Double) -> Tensor {
    a + right * Real(x * unit) + up * Real(y * unit)
  }

  /// The values of `loss` on a grid, row by row from the lowest y.
  public func values(
    x: [Double], y: [Double], of loss: (Tensor) -> Double
  ) -> [Double] {
    y.flatMap { y in x.map { x in loss(theta(x: x, y: y)) } }
  }
}

extension Learner {
  /// The mean cross-entropy over (at most `limit`) test images of a task at other weights θ.
  public func testLoss(of task: Experience, at theta: Tensor, limit: Int) -> Double {
    let batch = Batch(task.test, Array(0..<min(limit, task.test.count)), task: task.index)
    return Double(crossEntropy(batch, at: Variable(theta)).value.scalar)
  }
}

/// `count` numbers from `low` to `high`, evenly spaced.
public func grid(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
  (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
}
