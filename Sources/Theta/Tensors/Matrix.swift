import CKernels

// The matrix product, cut into blocks that depend on the shapes alone. oneDNN's own threads give
// other bits than one thread does on some shapes; here each block is always computed by one thread,
// so the number of threads cannot be seen in the result.

extension Tensor {
  /// op(a) op(b) for matrices, where op transposes if its flag is set; or, for tensors of rank 3
  /// with one leading length, the product of each pair of matrices.
  ///
  /// - Returns: [m, n], or [t, m, n].
  public static func product(
    _ a: Tensor, _ b: Tensor, transposeA ta: Bool = false, transposeB tb: Bool = false
  ) -> Tensor {
    Tensor(productShape(a, ta, b, tb)) {
      writeProduct(a, b, transposeA: ta, transposeB: tb, to: $0)
    }
  }

  /// Writes op(a) op(b), as `product` gives it.
  static func writeProduct(
    _ a: Tensor, _ b: Tensor, transposeA ta: Bool = false, transposeB tb: Bool = false,
    to place: UnsafeMutablePointer<Real>
  ) {
    let shape = productShape(a, ta, b, tb)
    let (m, n, k) = (shape[-2], shape[-1], ta ? a.shape[-2] : a.shape[-1])
    // oneDNN refuses products over nothing, which an empty batch asks for.
    if m == 0 || n == 0 || k == 0 { return place.update(repeating: 0, count: shape.count) }
    countPass(a.count, of: a.count)
    if !a.sharesNumbers(with: b) { countPass(b.count, of: b.count) }
    withExtendedLifetime((a, b)) {
      if shape.rank == 3, max(m, n) * k <= Int(CK_SMALL_MATRIX) {
        return ck_products(ta ? 1 : 0, tb ? 1 : 0, shape[0], m, n, k, a.start, b.start, place)
      }
      for i in 0..<(shape.rank == 3 ? shape[0] : 1) {
        Product(
          m: m, n: n, k: k, a: a.start + i * m * k, ta: ta, b: b.start + i * k * n, tb: tb,
          c: place + i * m * n
        ).run()
      }
    }
  }

  private static func productShape(_ a: Tensor, _ ta: Bool, _ b: Tensor, _ tb: Bool) -> Shape {
    let rank = a.shape.rank
    guard rank == 2 || rank == 3, b.shape.rank == rank,
      a.shape[ta ? -2 : -1] == b.shape[tb ? -1 : -2], rank == 2 || a.shape[0] == b.shape[0]
    else {
      misuse(
        "product: \(a.shape)\(ta ? "ᵀ" : "") and \(b.shape)\(tb ? "ᵀ" : "") do not fit together")
    }
    return a.shape.replacing(-2, by: a.shape[ta ? -1 : -2]).replacing(-1, by: b.shape[tb ? -2 : -1])
  }

  /// The matrix with rows and columns exchanged: [n, m] for [m, n].
  public var transposed: Tensor {
    require(shape.rank == 2, "only a matrix can be transposed, not \(shape)")
    let (rows, columns) = (shape[0], shape[1])
    return withExtendedLifetime(storage) {
      Tensor([columns, rows]) { out in
        for i in 0..<rows { for j in 0..<columns { out[j * rows + i] = start[i * columns + j] } }
      }
    }
  }
}

/// c = op(a) op(b), row-major, all matrices contiguous.
struct Product {
  let m, n, k: Int
  let a: UnsafePointer<Real>
  let ta: Bool
  let b: UnsafePointer<Real>
  let tb: Bool
  let c: UnsafeMutablePointer<Real>

  func run() {
    if skipsZeros { return runSkippingZeros() }
    let blocks = blocks
    if blocks == 1 { return compute(0, of: 1) }
    Cores.share(blocks) { compute($0, of: blocks) }
  }

  /// One block while waking a second thread would cost more than it saves, then two, and eight for
  /// large products. Each block packs the side that is not cut anew, so more of them are slower on
  /// one thread: six cost 10 % on [128, 784] · [784, 400], two nothing.
  private var blocks: Int {
    let multiplications = m * n * k
    if multiplications < 8_000_000 || max(m, n) < 128 { return 1 }
    return multiplications < 400_000_000 ? 2 : 8
  }

  /// Computes a block of rows or of columns of c, whichever there are more of.
  private func compute(_ block: Int, of blocks: Int) {
    let (lda, ldb) = (ta ? m : k, tb ? k : n)
    // Blocks begin at multiples of the widest vector.
    let units = (max(m, n) + 15) / 16
    let first = units * block / blocks * 16
    let count = min(units * (block + 1) / blocks * 16, max(m, n)) - first
    if m > n {
      matrixProduct(
        ta, tb, count, n, k, a + first * (ta ? 1 : k), lda, b, ldb, c + first * n, n)
    } else {
      matrixProduct(ta, tb, m, count, k, a, lda, b + first * (tb ? k : 1), ldb, c + first, n)
    }
  }
}
