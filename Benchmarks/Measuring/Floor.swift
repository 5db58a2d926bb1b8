import CFloor

/// The floors of a training step of a perceptron with two hidden layers of one width.
final class Floor {
  private let step: OpaquePointer

  init(_ work: cf_work) throws {
    guard let step = cf_make(work) else { throw OutOfMemory() }
    self.step = step
  }

  deinit { cf_free(step) }

  /// Steps a second of the matrix products alone.
  func products() -> Double { rate { cf_products(step, 1) } }

  /// Steps a second of the products with fused element-wise passes between them.
  func fused() -> Double { rate { cf_fused(step, 1) } }

  struct OutOfMemory: Error {}
}
