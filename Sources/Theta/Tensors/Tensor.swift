/// An array of numbers with a shape: row-major, contiguous, a value.
///
/// Copying shares the storage until one copy is written to. `part` and `reshaped` look into the same
/// storage, so a weight matrix inside the flat vector θ costs nothing to name.
public struct Tensor: @unchecked Sendable {
  /// The lengths of its axes.
  public private(set) var shape: Shape
  var storage: Storage
  var offset: Int

  /// How many numbers it holds.
  public var count: Int { shape.count }

  init(shape: Shape, storage: Storage, offset: Int = 0) {
    self.shape = shape
    self.storage = storage
    self.offset = offset
  }

  /// A tensor whose numbers `fill` writes; every one must be written.
  package init(_ shape: Shape, writing fill: (UnsafeMutablePointer<Real>) -> Void) {
    self.init(shape: shape, storage: .uninitialized(count: shape.count))
    countPass(count, of: count)
    flushing { fill(storage.start) }
  }

  /// A tensor of `shape` holding `value` everywhere.
  public init(repeating value: Real, _ shape: Shape) {
    self.init(shape) { $0.update(repeating: value, count: shape.count) }
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: Shape) -> Tensor { Tensor(repeating: 0, shape) }

  /// A tensor of ones.
  public static func ones(_ shape: Shape) -> Tensor { Tensor(repeating: 1, shape) }

  /// A tensor holding `values` in row-major order, `shape.count` of them.
  public init(_ values: [Real], _ shape: Shape) {
    require(
      values.count == shape.count,
      "a tensor of shape \(shape) needs \(shape.count) values, but \(values.count) were given")
    self.init(shape) { $0.update(from: values, count: values.count) }
  }

  /// A vector holding `values`.
  public init(_ values: [Real]) { self.init(values, [values.count]) }

  /// A scalar, shape `[]`.
  public init(_ value: Real) { self.init(repeating: value, []) }

  /// The first of its numbers, valid as long as the tensor is.
  package var start: UnsafePointer<Real> { UnsafePointer(storage.start + offset) }

  /// Lets `body` read its numbers in row-major order.
  public func read<T>(_ body: (UnsafeBufferPointer<Real>) throws -> T) rethrows -> T {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Lets `body` change its numbers, subnormal ones flushed to zero; storage seen by another tensor is copied
  /// first.
  public mutating func write<T>(
    _ body: (UnsafeMutableBufferPointer<Real>) throws -> T
  ) rethrows -> T {
    makeUnique()
    countPass(count, of: count)
    return try flushing {
      try body(UnsafeMutableBufferPointer(start: storage.start + offset, count: count))
    }
  }

  private mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&storage) else { return }
    // No pass over θ: whether a copy is made depends on who else looks at the numbers.
    let own = Storage.uninitialized(count: count)
    own.start.update(from: start, count: count)
    (storage, offset) = (own, 0)
  }

  /// Its numbers in row-major order.
  public var values: [Real] { read { Array($0) } }

  /// The only number of a tensor that holds one.
  public var scalar: Real {
    require(count == 1, "a tensor of shape \(shape) is not a scalar")
    return read { $0[0] }
  }

  /// The number at row `i` and column `j` of a matrix [rows, columns].
  public subscript(i: Int, j: Int) -> Real {
    require(
      shape.rank == 2 && i >= 0 && i < shape[0] && j >= 0 && j < shape[1],
      "[\(i), \(j)] is outside a tensor of shape \(shape)")
    return read { $0[i * shape[1] + j] }
  }

  /// Number `i` in row-major order.
  public subscript(i: Int) -> Real {
    get {
      require(i >= 0 && i < count, "\(i) is outside a tensor of \(count) numbers")
      return read { $0[i] }
    }
    set {
      require(i >= 0 && i < count, "\(i) is outside a tensor of \(count) numbers")
      makeUnique()
      storage.start[offset + i] = newValue
    }
  }

  /// The same numbers under another shape of the same count; nothing is copied.
  public func reshaped(_ shape: Shape) -> Tensor {
    require(
      shape.count == count, "\(self.shape) cannot be reshaped to \(shape): the counts differ")
    return Tensor(shape: shape, storage: storage, offset: offset)
  }

  /// The numbers from `first` on, as a tensor of `shape`; nothing is copied.
  public func part(from first: Int, _ shape: Shape) -> Tensor {
    require(
      first >= 0 && first + shape.count <= count,
      "a part \(shape) from \(first) on is outside a tensor of \(count) numbers")
    return Tensor(shape: shape, storage: storage, offset: offset + first)
  }

  /// These tensors one below the other: all have the shape of the first but for the number of rows.
  public static func concatenated(_ parts: [Tensor]) -> Tensor {
    guard let first = parts.first else { misuse("no tensors cannot be concatenated") }
    for part in parts {
      require(
        part.shape.rank > 0 && part.shape.replacing(0, by: 0) == first.shape.replacing(0, by: 0),
        "tensors of shapes \(first.shape) and \(part.shape) cannot be concatenated")
    }
    let rows = parts.reduce(0) { $0 + $1.shape[0] }
    return Tensor(first.shape.replacing(0, by: rows)) { start in
      var end = start
      for part in parts {
        part.copy(to: end)
        end += part.count
      }
    }
  }

  /// These tensors, all of one shape, along a new first axis: [parts.count, …].
  public static func stacked(_ parts: [Tensor]) -> Tensor {
    concatenated(parts.map { $0.reshaped($0.shape.stacked(1)) })
  }

  /// The rows at `positions`, in that order.
  public func rows(at positions: some Collection<Int>) -> Tensor {
    require(shape.rank > 0, "a single number has no rows")
    let (rows, size) = (shape[0], shape.inner)
    return Tensor(shape.replacing(0, by: positions.count)) { out in
      read { numbers in
        guard let start = numbers.baseAddress else { return }
        for (place, row) in positions.enumerated() {
          require(0..<rows ~= row, "row \(row) is outside a tensor of shape \(shape)")
          (out + place * size).update(from: start + row * size, count: size)
        }
      }
    }
  }

  /// Rows `range` of a tensor whose first axis is the row; nothing is copied.
  public func rows(_ range: Range<Int>) -> Tensor {
    require(
      shape.rank > 0 && range.lowerBound >= 0 && range.upperBound <= shape[0],
      "rows \(range) are outside a tensor of shape \(shape)")
    return part(from: range.lowerBound * shape.inner, shape.replacing(0, by: range.count))
  }
}

extension Tensor {
  /// Whether both are one view of the same storage.
  package func sharesNumbers(with other: Tensor) -> Bool {
    storage === other.storage && offset == other.offset && shape == other.shape
  }
}

extension Tensor: Equatable {
  /// Whether shapes and all numbers are equal; bit-identical but for the signs of zeros and NaN.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.read { x in b.read { y in x.elementsEqual(y) } }
  }
}

extension Tensor: CustomStringConvertible {
  /// The shape and the first few numbers.
  public var description: String {
    let shown = read { $0.prefix(8).map { "\($0)" } }.joined(separator: ", ")
    return "Tensor\(shape)(\(shown)\(count > 8 ? ", …" : ""))"
  }
}
