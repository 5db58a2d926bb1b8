import TestSupport
import Testing
import Theta

/// Agreement with PyTorch in float64, as a share of the vector's largest entry: the bound on what a
/// Float engine may be off.
@Suite("Golden vectors from PyTorch")
struct GoldenTests {
  #if DoublePrecision
    private let tolerance = 1e-10
  #else
    private let tolerance = 1e-5
  #endif

  @Test("Loss, gradient and Hessian-vector product agree")
  func derivatives() throws {
    let golden = try Golden.load()
    #expect(golden.cases.count == 2)
    for example in golden.cases {
      let loss = try golden.loss(example)
      let theta = Tensor(example.theta.map { Real($0) })
      let (value, slope) = valueAndGradient(at: theta, of: loss)
      expectClose(Tensor(value), Tensor(numbers: [example.loss]).reshaped([]), tolerance)
      expectClose(slope, Tensor(numbers: example.gradient), tolerance)
      let product = gradient(at: theta) { theta in
        (gradient(at: theta, of: loss) * Variable(Tensor(numbers: example.vector))).sum
      }
      expectClose(product, Tensor(numbers: example.hessianVector), tolerance)
    }
  }
}
