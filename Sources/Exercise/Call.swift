import Theta

/// One question of the checker: a function of the exercise and what it is given.
public struct Call: Codable, Equatable, Sendable {
  /// The function's name; an exercise may ask for several.
  public let function: String
  /// What it is given, in order.
  public let arguments: [Value]

  /// A call of `function` with `arguments`.
  public init(_ function: String, _ arguments: [Value]) {
    self.function = function
    self.arguments = arguments
  }

  /// Argument `i` as a tensor.
  /// - Throws: ``WrongCall`` when it is something else.
  public func tensor(_ i: Int) throws -> Tensor {
    guard case .tensor(let numbers, let shape) = try argument(i) else {
      throw WrongCall(call: self, argument: i)
    }
    return Tensor(numbers.map { Real($0) }, Shape(shape))
  }

  /// Argument `i` as a list of tensors.
  /// - Throws: ``WrongCall`` when it is something else.
  public func tensors(_ i: Int) throws -> [Tensor] {
    guard case .list(let values) = try argument(i) else { throw WrongCall(call: self, argument: i) }
    return try values.indices.map { try Call(function, values).tensor($0) }
  }

  /// Argument `i` as a number.
  /// - Throws: ``WrongCall`` when it is something else.
  public func number(_ i: Int) throws -> Real {
    guard case .number(let number) = try argument(i) else {
      throw WrongCall(call: self, argument: i)
    }
    return Real(number)
  }

  /// Argument `i` as whole numbers.
  /// - Throws: ``WrongCall`` when it is something else.
  public func integers(_ i: Int) throws -> [Int] {
    guard case .integers(let integers) = try argument(i) else {
      throw WrongCall(call: self, argument: i)
    }
    return integers
  }

  /// Argument `i` as one whole number.
  /// - Throws: ``WrongCall`` when it is something else.
  public func integer(_ i: Int) throws -> Int {
    guard let first = try integers(i).first else { throw WrongCall(call: self, argument: i) }
    return first
  }

  private func argument(_ i: Int) throws -> Value {
    guard arguments.indices.contains(i) else { throw WrongCall(call: self, argument: i) }
    return arguments[i]
  }
}

/// A probe asks for an argument that the checker does not give: a mistake of the exercise's author.
public struct WrongCall: Error, CustomStringConvertible {
  let call: Call
  let argument: Int
  /// The function and the argument.
  public var description: String {
    "\(call.function) is not given argument \(argument) in that kind"
  }
}
