import CLCore
import Exercise

extension Random {
  /// A tensor of normal numbers.
  mutating func tensor(_ shape: Shape, scale: Double = 1) -> Tensor {
    Tensor((0..<shape.count).map { _ in Real(scale * normal()) }, shape)
  }

  /// A tensor of numbers between `range`'s ends.
  mutating func uniform(_ shape: Shape, in range: ClosedRange<Double>) -> Tensor {
    Tensor((0..<shape.count).map { _ in Real(uniform(in: range)) }, shape)
  }

  /// So many labels below `classes`.
  mutating func labels(_ count: Int, classes: Int) -> [Int] {
    (0..<count).map { _ in below(classes) }
  }
}
