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
    let together = network(Variable(x), at: Variable(stack(thetas)), task: nil, copies: 3).value
    #expect(together.shape == [3, 7, 2])
    for (i, theta) in thetas.enumerated() {
      let own = network(
        Variable(x.rows(i..<i + 1).reshaped([7, 3])), at: Variable(theta), task: nil)
      expectClose(together.rows(i..<i + 1).reshaped([7, 2]), own.value)
    }
  }

  @Test(
    "How many networks there are is said, not guessed, and must be the number of stacked weights")
  func number() async {
    for copies in [0, 2, 3, 4] {
      await #expect(processExitsWith: copies == 3 ? .success : .failure) {
        [copies = copies as Int] in
        let network = MLP(inputs: 3, hidden: [], outputs: 2)
        let theta = Variable(.zeros([3 * network.layout.count]))
        _ = network(
          Variable(.zeros([3, 7, 3])), at: theta, task: nil, copies: copies == 0 ? nil : copies)
      }
    }
  }

  @Test("A weight of four axes can be stacked")
  func fourAxes() {
    var layout = Layout()
    let slot = layout.add("w", [2, 1, 3, 2], .constant(0))
    let theta = Tensor((0..<12).map { Real($0) })
    let stacked = theta.stacked(3, layout)[slot.stacked(3)]
    #expect(stacked.shape == [3, 2, 1, 3, 2])
    #expect(stacked == Tensor.stacked(Array(repeating: theta[slot], count: 3)))
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
