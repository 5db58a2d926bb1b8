import CLCore
import TestSupport
import Testing

/// Agreement with PyTorch in float64, as a share of the vector's largest entry.
@Suite("Golden steps from PyTorch")
struct GoldenStepsTests {
  @Test(
    "Ten steps agree",
    arguments: [
      SGD(rate: 0.1), Momentum(rate: 0.05, momentum: 0.9), AdaGrad(rate: 0.05),
      RMSProp(rate: 0.005), Adam(rate: 0.01),
    ] as [any Optimizer])
  func steps(_ fresh: any Optimizer) throws {
    let golden = try Golden.load()
    for example in golden.cases {
      let expected = try #require(example.optimizers[fresh.name])
      let loss = try golden.loss(example)
      var (optimizer, theta) = (fresh, Tensor(example.theta.map { Real($0) }))
      var losses: [Real] = []
      for step in 1...10 {
        let (value, slope) = valueAndGradient(at: theta, of: loss)
        losses.append(value)
        optimizer.step(&theta, slope)
        if let weights = expected.weights["\(step)"] {
          expectClose(theta, Tensor(numbers: weights), 1e-5)
        }
      }
      #expect(Set(expected.weights.keys) == ["1", "2", "10"])
      expectClose(Tensor(losses), Tensor(numbers: expected.losses), 1e-5)
    }
  }
}
