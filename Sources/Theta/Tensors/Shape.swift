/// The lengths of a tensor's axes, outermost first; `[]` is a scalar. At most five axes: the four of a
/// convolution's weights, and one more for several of them at once.
///
/// They are aligned at the end with ones in front, the last four in one vector register, and not in an
/// array: an array costs every tensor an allocation and a reference count, which a small network feels. Lying
/// like that, two shapes are stretched to each other lane by lane.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  private static let most = 5
  private var lengths: SIMD4<Int32>
  /// The length of the first of five axes. It and the rank have the room that the rank alone would have.
  private var outermost: Int32
  private let axisCount: Int32

  /// How many axes there are.
  public var rank: Int { Int(axisCount) }

  /// A shape with these axes, at most five, none of them negative.
  public init(_ axes: [Int]) {
    require(
      Shape.fit(axes),
      "a shape has at most five axes, none of them negative or longer than \(Int32.max), not \(axes)"
    )
    self.init(fitting: axes)
  }

  /// A shape written as `[128, 784]`.
  public init(arrayLiteral axes: Int...) { self.init(axes) }

  /// [rows, columns], without an array on the way.
  init(rows: Int, columns: Int) {
    lengths = [1, 1, Int32(rows), Int32(columns)]
    outermost = 1
    axisCount = 2
  }

  private init(lengths: SIMD4<Int32>, outermost: Int32, rank: Int) {
    self.lengths = lengths
    self.outermost = outermost
    axisCount = Int32(rank)
  }

  private init(fitting axes: [Int]) {
    lengths = .one
    outermost = 1
    axisCount = Int32(axes.count)
    for (i, axis) in axes.enumerated() { self[lane: Shape.most - axes.count + i] = Int32(axis) }
  }

  private static func fit(_ axes: [Int]) -> Bool {
    axes.count <= most && axes.allSatisfy { (0...Int(Int32.max)).contains($0) }
  }

  /// The length of every axis.
  public var axes: [Int] { (Shape.most - rank..<Shape.most).map { Int(self[lane: $0]) } }

  /// How many numbers a tensor of this shape holds.
  public var count: Int { matrix.rows * matrix.columns }

  /// The length of axis `i`; negative `i` counts from the end.
  public subscript(i: Int) -> Int {
    Int(self[lane: lane(of: i)])
  }

  /// The lane of axis `i`; negative `i` counts from the end.
  private func lane(of i: Int) -> Int {
    require(i < rank && i >= -rank, "\(self) has no axis \(i)")
    return i < 0 ? Shape.most + i : Shape.most - rank + i
  }

  /// A length by its place among all five.
  private subscript(lane lane: Int) -> Int32 {
    get { lane == 0 ? outermost : lengths[lane - 1] }
    set { if lane == 0 { outermost = newValue } else { lengths[lane - 1] = newValue } }
  }

  /// Rows and columns when the tensor is read as a matrix: all axes but the last make the rows.
  package var matrix: (rows: Int, columns: Int) {
    (Int(outermost) * Int(lengths[0]) * Int(lengths[1]) * Int(lengths[2]), Int(lengths[3]))
  }

  /// How many numbers lie under one index of the first axis.
  package var inner: Int { replacing(0, by: 1).count }

  /// The same with another length of axis `i`; negative `i` counts from the end.
  package func replacing(_ i: Int, by length: Int) -> Shape {
    var shape = self
    shape[lane: lane(of: i)] = Int32(length)
    return shape
  }

  /// The same with a new first axis of length `copies`.
  func stacked(_ copies: Int) -> Shape {
    require(rank < Shape.most, "\(self) has five axes and takes no more")
    var shape = Shape(lengths: lengths, outermost: outermost, rank: rank + 1)
    shape[lane: Shape.most - shape.rank] = Int32(copies)
    return shape
  }

  /// The shape to which two operands are stretched: axes are aligned at the end, and an axis of
  /// length 1 takes the other's length (the rule of NumPy). `nil` when they do not fit.
  static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    let (a, b, one) = (a.rank < b.rank ? b : a, a.rank < b.rank ? a : b, SIMD4<Int32>.one)
    guard all((a.lengths .== b.lengths) .| (a.lengths .== one) .| (b.lengths .== one)),
      a.outermost == b.outermost || a.outermost == 1 || b.outermost == 1
    else { return nil }
    var shape = a
    if a.outermost == 1 { shape.outermost = b.outermost }
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
    for lane in Shape.most - larger.rank..<Shape.most {
      let (own, length) = (Int(self[lane: lane]), Int(larger[lane: lane]))
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
