// One product on one thread, row-major: oneDNN on Linux, Accelerate on macOS, a plain loop for
// doubles on Linux, where oneDNN has none.

#if canImport(Accelerate)
  import Accelerate

  func matrixProduct(
    _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Real>, _ lda: Int,
    _ b: UnsafePointer<Real>, _ ldb: Int, _ c: UnsafeMutablePointer<Real>, _ ldc: Int
  ) {
    let opA = ta ? CblasTrans : CblasNoTrans
    let opB = tb ? CblasTrans : CblasNoTrans
    #if DoublePrecision
      cblas_dgemm(
        CblasRowMajor, opA, opB, Int32(m), Int32(n), Int32(k), 1, a, Int32(lda), b, Int32(ldb), 0,
        c, Int32(ldc))
    #else
      cblas_sgemm(
        CblasRowMajor, opA, opB, Int32(m), Int32(n), Int32(k), 1, a, Int32(lda), b, Int32(ldb), 0,
        c, Int32(ldc))
    #endif
  }
#elseif DoublePrecision
  import CKernels

  func matrixProduct(
    _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Real>, _ lda: Int,
    _ b: UnsafePointer<Real>, _ ldb: Int, _ c: UnsafeMutablePointer<Real>, _ ldc: Int
  ) {
    ck_product(ta ? 1 : 0, tb ? 1 : 0, m, n, k, a, lda, b, ldb, c, ldc)
  }
#else
  import CKernels
  import COneDNN

  func matrixProduct(
    _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Real>, _ lda: Int,
    _ b: UnsafePointer<Real>, _ ldb: Int, _ c: UnsafeMutablePointer<Real>, _ ldc: Int
  ) {
    // A product that is cut in pieces is cut by us.
    let threads = ck_limit_openmp(1)
    defer { ck_limit_openmp(threads) }
    let status = dnnl_sgemm(
      CChar(UInt8(ascii: ta ? "T" : "N")), CChar(UInt8(ascii: tb ? "T" : "N")),
      Int64(m), Int64(n), Int64(k), 1, a, Int64(lda), b, Int64(ldb), 0, c, Int64(ldc))
    require(
      status == dnnl_success,
      "oneDNN refused a product \(m)×\(k)·\(k)×\(n) with status \(status.rawValue)")
  }
#endif
