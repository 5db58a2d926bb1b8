import Theta

/// What goes between the checker and the learner's program: an argument, or what a function gave.
public enum Value: Codable, Equatable, Sendable {
  /// One number.
  case number(Double)
  /// Whole numbers, such as labels or places in a list.
  case integers([Int])
  /// Numbers in row-major order, and the lengths of their axes.
  case tensor([Double], shape: [Int])
  /// Several values.
  case list([Value])

  /// One number.
  public init(_ number: Real) { self = .number(Double(number)) }
  /// Whole numbers.
  public init(_ integers: [Int]) { self = .integers(integers) }
  /// A tensor of any shape.
  public init(_ tensor: Tensor) {
    self = .tensor(tensor.values.map(Double.init), shape: tensor.shape.axes)
  }
  /// A list of tensors.
  public init(_ tensors: [Tensor]) { self = .list(tensors.map { Value($0) }) }
  /// A tensor with its history left aside.
  public init(_ variable: Variable) { self.init(variable.value) }
}
