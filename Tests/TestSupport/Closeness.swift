import Testing
import Theta

/// Expects that no number is further from its like than `tolerance` times the largest of `expected`.
package func expectClose(
  _ found: Tensor, _ expected: Tensor, _ tolerance: Double = 16 * Double(Real.ulpOfOne),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found.shape == expected.shape else {
    Issue.record(
      "shape \(found.shape) instead of \(expected.shape)", sourceLocation: sourceLocation)
    return
  }
  let scale = expected.values.map { abs(Double($0)) }.max() ?? 0
  let worst = zip(found.values, expected.values).map { abs(Double($0) - Double($1)) }.max() ?? 0
  #expect(
    worst <= tolerance * scale, "off by \(worst) where the largest number is \(scale)",
    sourceLocation: sourceLocation)
}

/// Expects the same bits. The numbers themselves are kept out of the expectation: Swift Testing takes
/// minutes to show a hundred thousand of them.
package func expectSameBits(
  _ found: Tensor, _ expected: Tensor, _ place: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let differing = zip(found.bits, expected.bits).count { $0 != $1 }
  #expect(
    found.shape == expected.shape && differing == 0, "\(differing) numbers differ: \(place)",
    sourceLocation: sourceLocation)
}

extension Random {
  /// A tensor of numbers in [−1, 1].
  package mutating func tensor(_ shape: Shape) -> Tensor {
    Tensor((0..<shape.count).map { _ in Real(uniform(in: -1...1)) }, shape)
  }
}

extension Tensor {
  /// The bit patterns of its numbers: unlike `==`, tells −0 from 0 and NaN from NaN.
  package var bits: [UInt64] { values.map { UInt64($0.bitPattern) } }
}
