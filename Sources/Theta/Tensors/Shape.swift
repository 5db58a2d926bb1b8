/// The lengths of a tensor's axes, outermost first; `[]` is a scalar. At most four axes.
///
/// They lie in one vector register, aligned at the end with ones in front, and not in an array: an
/// array costs every tensor an allocation and a reference count, which a small network feels. Lying
/// like that, two shapes are stretched to each other lane by lane.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var lengths: SIMD4<Int32>
  /// How many axes there are.
  public let rank: Int

  /// A shape with these axes, at most four, none of them negative.
  public init(_ axes: [Int]) {
    require(
      Shape.fit(axes),
      "a shape has at most four axes, none of them negative or longer than \(Int32.max), not \(axes)"
    )
    self.init(fitting: axes)
  }

  /// A shape written as `[128, 784]`.
  public init(arrayLiteral axes: Int...) { self.init(axes) }

  /// [rows, columns], without an array on the way.
  init(rows: Int, columns: Int) {
    lengths = [1, 1, Int32(rows), Int32(columns)]
    rank = 2
  }

  private init(lengths: SIMD4<Int32>, rank: Int) {
    self.lengths = lengths
    self.rank = rank
  }

  private init(fitting axes: [Int]) {
    lengths = .one
    rank = axes.count
    for (i, axis) in axes.enumerated() { lengths[4 - rank + i] = Int32(axis) }
  }

  private static func fit(_ axes: [Int]) -> Bool {
    axes.count <= 4 && axes.allSatisfy { (0...Int(Int32.max)).contains($0) }
  }

  /// The length of every axis.
  public var axes: [Int] { (4 - rank..<4).map { Int(lengths[$0]) } }

  /// How many numbers a tensor of this shape holds.
  public var count: Int { matrix.rows * matrix.columns }

  /// The length of axis `i`; negative `i` counts from the end.
  public subscript(i: Int) -> Int {
    require(i < rank && i >= -rank, "\(self) has no axis \(i)")
    return Int(lengths[i < 0 ? 4 + i : 4 - rank + i])
  }

  /// Rows and columns when the tensor is read as a matrix: all axes but the last make the rows.
  package var matrix: (rows: Int, columns: Int) {
    (Int(lengths[0]) * Int(lengths[1]) * Int(lengths[2]), Int(lengths[3]))
  }

  /// How many numbers lie under one index of the first axis.
  package var inner: Int { replacing(0, by: 1).count }

  /// The same with another length of axis `i`; negative `i` counts from the end.
  package func replacing(_ i: Int, by length: Int) -> Shape {
    require(i < rank && i >= -rank, "\(self) has no axis \(i)")
    var shape = self
    shape.lengths[i < 0 ? 4 + i : 4 - rank + i] = Int32(length)
    return shape
  }

  /// The same with a new first axis of length `copies`.
  func stacked(_ copies: Int) -> Shape {
    require(rank < 4, "\(self) has four axes and takes no more")
    var lengths = lengths
    lengths[3 - rank] = Int32(copies)
    return Shape(lengths: lengths, rank: rank + 1)
  }

  /// The shape to which two operands are stretched: axes are aligned at the end, and an axis of
  /// length 1 takes the other's length (the rule of NumPy). `nil` when they do not fit.
  static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    let (a, b, one) = (a.rank < b.rank ? b : a, a.rank < b.rank ? a : b, SIMD4<Int32>.one)
    guard all((a.lengths .== b.lengths) .| (a.lengths .== one) .| (b.lengths .== one)) else {
      return nil
    }
    var shape = a
    shape.lengths.replace(with: b.lengths, where: a.lengths .== one)
    return shape
  }
}

/// Where a tensor is stretched along axes that follow each other: each of `blocks` rows of `columns` numbers
/// is repeated `rows` times.
struct StretchedRun {
  var blocks = 1
  var rows = 1
  var columns = 1
}

extension Shape {
  /// How a tensor of this shape is stretched to `larger`; `nil` unless it is along one run of axes.
  func run(stretchedTo larger: Shape) -> StretchedRun? {
    guard rank <= larger.rank else { return nil }
    var run = StretchedRun()
    for axis in 0..<4 {
      let (own, length) = (Int(lengths[axis]), Int(larger.lengths[axis]))
      if own == length {
        if run.rows == 1 && length != 1 { run.blocks *= length } else { run.columns *= length }
      } else if own == 1 && run.columns == 1 {
        run.rows *= length
      } else {
        return nil
      }
    }
    return run
  }
}

extension Shape: Codable {
  private enum CodingKeys: String, CodingKey { case axes }

  /// Writes the axes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(axes, forKey: .axes)
  }

  /// Reads the axes; throws `DecodingError` when there are too many, one is negative, or their
  /// product is no `Int`, for a damaged file must not end the program.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let axes = try container.decode([Int].self, forKey: .axes)
    var (count, overflow) = (1, false)
    for axis in axes where !overflow {
      (count, overflow) = count.multipliedReportingOverflow(by: axis)
    }
    guard Shape.fit(axes), !overflow else {
      throw DecodingError.dataCorruptedError(
        forKey: .axes, in: container, debugDescription: "\(axes) cannot be the axes of a tensor")
    }
    self.init(fitting: axes)
  }
}

extension Shape: CustomStringConvertible {
  /// The axes in brackets: `[128, 784]`.
  public var description: String { "\(axes)" }
}
