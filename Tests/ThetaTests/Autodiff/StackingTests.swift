import TestSupport
import Testing
import Theta

@Suite("Stacked weights")
struct StackingTests {
  private let network = MLP(inputs: 3, hidden: [5, 4], outputs: 2, activation: .tanh)

  private func thetas(_ count: Int) -> [Tensor] {
    var random = Random(seed: 9)
    return (0..<count).map { _ in network.layout.initial(&random) }
  }

  /// Several θ stacked weight by weight, by hand.
  private func stack(_ thetas: [Tensor]) -> Tensor {
    Tensor(
      network.layout.entries.flatMap { entry in thetas.flatMap { $0[entry.slot].values } })
  }

  @Test("A network at stacked weights is as many networks, to rounding")
  func scores() {
    var random = Random(seed: 10)
    let (thetas, x) = (thetas(3), random.tensor([3, 7, 3]))
    let together = network(Variable(x), at: Variable(stack(thetas)), task: nil).value
    #expect(together.shape == [3, 7, 2])
    for (i, theta) in thetas.enumerated() {
      let own = network(
        Variable(x.rows(i..<i + 1).reshaped([7, 3])), at: Variable(theta), task: nil)
      expectClose(together.rows(i..<i + 1).reshaped([7, 2]), own.value)
    }
  }

  @Test("Copies are stacked, taken apart and summed as their layout says")
  func copies() {
    let (thetas, layout) = (thetas(3), network.layout)
    let stacked = stack(thetas)
    #expect(thetas[0].stacked(3, layout) == stack([thetas[0], thetas[0], thetas[0]]))
    for (i, theta) in thetas.enumerated() {
      #expect(stacked.unstacked(i, of: 3, layout) == theta)
    }
    #expect(stacked.summedOverStack(3, layout) == thetas[0] + thetas[1] + thetas[2])
  }
}
