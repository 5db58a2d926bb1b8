import CKernels

// Arithmetic number by number. Operands of different shapes are stretched as in NumPy; operands of
// one shape, and a plain number, take one pass and no copy.

extension Tensor {
  typealias Binary = (
    UnsafePointer<Real>?, UnsafePointer<Real>?, UnsafeMutablePointer<Real>?, Int
  ) -> Void
  typealias Unary = (UnsafePointer<Real>?, UnsafeMutablePointer<Real>?, Int) -> Void

  static func zip(_ name: String, _ a: Tensor, _ b: Tensor, _ kernel: Binary) -> Tensor {
    if a.shape != b.shape {
      guard let shape = Shape.broadcast(a.shape, b.shape) else {
        misuse("\(name): shapes \(a.shape) and \(b.shape) do not fit together")
      }
      return zip(name, a.broadcast(to: shape), b.broadcast(to: shape), kernel)
    }
    return withExtendedLifetime((a, b)) {
      Tensor(a.shape) { out in
        Cores.pass(a.count) { kernel(a.start + $0, b.start + $0, out + $0, $1) }
      }
    }
  }

  func map(_ kernel: Unary) -> Tensor {
    withExtendedLifetime(self) {
      Tensor(shape) { out in Cores.pass(count) { kernel(start + $0, out + $0, $1) } }
    }
  }

  /// `map` in place; storage seen by another tensor is copied first.
  mutating func replace(by kernel: Unary) {
    writePasses { kernel($0, $0, $2) }
  }

  /// a + b
  public static func + (a: Tensor, b: Tensor) -> Tensor { zip("+", a, b, ck_add) }
  /// a − b
  public static func - (a: Tensor, b: Tensor) -> Tensor { zip("−", a, b, ck_subtract) }
  /// a · b, number by number
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    // A loss's cotangent is one number, which need not be stretched.
    if b.shape.rank == 0 { return a.affine(b.scalar, 0) }
    return zip("·", a, b, ck_multiply)
  }
  /// a / b, number by number
  public static func / (a: Tensor, b: Tensor) -> Tensor { zip("/", a, b, ck_divide) }

  /// Lets `body` change its numbers from a place on, so many from so many on; perhaps on several threads.
  package mutating func writePasses(
    _ body: (UnsafeMutablePointer<Real>, _ first: Int, _ count: Int) -> Void
  ) {
    write { numbers in
      guard let start = numbers.baseAddress else { return }
      Cores.pass(numbers.count) { body(start + $0, $0, $1) }
    }
  }

  /// Changes its numbers as `writePasses` does, and sums what `body` gives for each piece.
  ///
  /// The pieces depend on their number alone, so that the sum has the same bits on any number of threads.
  package mutating func sumPasses(
    _ body: (UnsafeMutablePointer<Real>, _ first: Int, _ count: Int) -> Real
  ) -> Real {
    let size = 1 << 15
    return write { numbers in
      guard let start = numbers.baseAddress else { return 0 }
      var sums = [Real](repeating: 0, count: (numbers.count + size - 1) / size)
      sums.withUnsafeMutableBufferPointer { sums in
        Cores.share(sums.count) { piece in
          let first = piece * size
          sums[piece] = body(start + first, first, min(size, numbers.count - first))
        }
      }
      return sums.reduce(0, +)
    }
  }

  /// factor · self + term, in one pass
  public func affine(_ factor: Real, _ term: Real) -> Tensor {
    map { x, y, n in ck_affine(x, factor, term, y, n) }
  }

  /// −a
  public static prefix func - (a: Tensor) -> Tensor { a.affine(-1, 0) }
  /// a · x
  public static func * (a: Real, x: Tensor) -> Tensor { x.affine(a, 0) }
  /// x · a
  public static func * (x: Tensor, a: Real) -> Tensor { x.affine(a, 0) }
  /// x + a
  public static func + (x: Tensor, a: Real) -> Tensor { x.affine(1, a) }
  /// x − a
  public static func - (x: Tensor, a: Real) -> Tensor { x.affine(1, -a) }
  /// x / a
  public static func / (x: Tensor, a: Real) -> Tensor { x.affine(1 / a, 0) }

  /// Adds `b` of the same shape in place.
  public static func += (a: inout Tensor, b: Tensor) { a.add(1, b) }

  /// Adds `factor` · `b` in place, `b` of the same shape.
  public mutating func add(_ factor: Real, _ b: Tensor) {
    require(shape == b.shape, "add: shapes \(shape) and \(b.shape) differ")
    withExtendedLifetime(b) { writePasses { ck_axpy(factor, b.start + $1, $0, $2) } }
  }

  /// Its numbers where `gate` > 0, else 0: the derivative of a ReLU applied to a cotangent.
  public func gated(by gate: Tensor) -> Tensor { Tensor.zip("gated", self, gate, ck_gate) }
  /// x²
  public var squared: Tensor { map(ck_square) }
  /// √x
  public var squareRoot: Tensor { map(ck_sqrt) }
  /// |x|
  public var magnitude: Tensor { map(ck_abs) }
  /// −1, 0 or 1
  public var sign: Tensor { map(ck_sign) }
  /// max(x, 0)
  public var relu: Tensor { map(ck_relu) }
  /// eˣ
  public var exponential: Tensor { map(ck_exp) }
  /// The natural logarithm.
  public var logarithm: Tensor { map(ck_log) }
  /// The hyperbolic tangent.
  public var hyperbolicTangent: Tensor { map(ck_tanh) }
  /// 1 / (1 + e⁻ˣ)
  public var sigmoid: Tensor { map(ck_sigmoid) }
}

extension Tensor {
  /// This matrix [n, m] with the row `rows` [m] added to every row, or t of them, [t, n, m] with `rows`
  /// [t, m]; in place when nobody else sees it.
  consuming func addingRows(_ rows: Tensor) -> Tensor {
    let (matrices, count, columns) = (shape.rank == 3 ? shape[0] : 1, shape[-2], shape[-1])
    require(
      rows.shape == (shape.rank == 3 ? [matrices, columns] : [columns]),
      "rows of shape \(rows.shape) do not fit \(shape)")
    withExtendedLifetime(rows) {
      write { numbers in
        for i in 0..<matrices {
          let matrix = numbers.baseAddress?.advanced(by: i * count * columns)
          ck_add_row(matrix, rows.start + i * columns, matrix, count, columns)
        }
      }
    }
    return self
  }
}
