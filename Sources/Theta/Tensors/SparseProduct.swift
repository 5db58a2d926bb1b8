import CKernels

// Half of an image is blank, and so is half of what a ReLU leaves. A product that skips the zeros of its left
// operand takes about 0.15 + 1.4 d of the time of oneDNN's dense one, where d is the share of its nonzeros
// ([128, 784] · [784, 400] and a batch of ten times [784, 100]; AVX-512, one thread).

extension Product {
  /// Whether to skip the zeros of a. It depends on the numbers and the processor, not on the threads.
  var skipsZeros: Bool {
    guard Self.canSkip, !tb, n >= 64, m * k >= 1000 else { return false }
    return Double(m * k - ck_zeros(a, m * k)) <= 0.6 * Double(m * k)
  }

  private static let canSkip = ck_sparse_width() > 0

  /// The product, its rows shared among the threads: how, cannot be seen in the result.
  func runSkippingZeros() {
    let pieces = m * n * k < 8_000_000 ? 1 : Cores.allowed
    Cores.share(pieces) { piece in
      let first = m * piece / pieces
      let count = m * (piece + 1) / pieces - first
      ck_sparse_product(
        ta ? 1 : 0, count, n, k, a + first * (ta ? 1 : k), ta ? m : k, b, c + first * n)
    }
  }
}
