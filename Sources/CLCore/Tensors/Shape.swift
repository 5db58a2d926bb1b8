/// The lengths of a tensor's axes, outermost first; `[]` is a scalar.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The length of every axis.
  public let axes: [Int]

  /// A shape with these axes, none of them negative.
  public init(_ axes: [Int]) {
    require(axes.allSatisfy { $0 >= 0 }, "a shape cannot have the negative axis in \(axes)")
    self.axes = axes
  }

  /// A shape written as `[128, 784]`.
  public init(arrayLiteral axes: Int...) { self.init(axes) }

  /// How many axes there are.
  public var rank: Int { axes.count }

  /// How many numbers a tensor of this shape holds.
  public var count: Int { axes.reduce(1, *) }

  /// The length of axis `i`; negative `i` counts from the end.
  public subscript(i: Int) -> Int { axes[i < 0 ? axes.count + i : i] }

  /// Rows and columns when the tensor is read as a matrix: all axes but the last make the rows.
  var matrix: (rows: Int, columns: Int) {
    guard let columns = axes.last else { return (1, 1) }
    return (axes.dropLast().reduce(1, *), columns)
  }

  /// The shape to which two operands are stretched: axes are aligned at the end, and an axis of
  /// length 1 takes the other's length (the rule of NumPy). `nil` when they do not fit.
  static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    if a == b { return a }
    var axes: [Int] = []
    let rank = max(a.rank, b.rank)
    for i in 0..<rank {
      let m = i < rank - a.rank ? 1 : a.axes[i - (rank - a.rank)]
      let n = i < rank - b.rank ? 1 : b.axes[i - (rank - b.rank)]
      guard m == n || m == 1 || n == 1 else { return nil }
      axes.append(m == 1 ? n : m)
    }
    return Shape(axes)
  }
}

extension Shape: Codable {
  private enum CodingKeys: String, CodingKey { case axes }

  /// Reads the axes; throws `DecodingError` when one is negative or their product is no `Int`, for a
  /// damaged file must not end the program.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let axes = try container.decode([Int].self, forKey: .axes)
    var (count, overflow) = (1, false)
    for axis in axes where !overflow {
      (count, overflow) = count.multipliedReportingOverflow(by: axis)
    }
    guard axes.allSatisfy({ $0 >= 0 }), !overflow else {
      throw DecodingError.dataCorruptedError(
        forKey: .axes, in: container, debugDescription: "\(axes) cannot be the axes of a tensor")
    }
    self.axes = axes
  }
}

extension Shape: CustomStringConvertible {
  /// The axes in brackets: `[128, 784]`.
  public var description: String { "\(axes)" }
}
