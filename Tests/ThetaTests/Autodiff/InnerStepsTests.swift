import TestSupport
import Testing
import Theta

/// What MAML rests on: the gradient of a loss taken after K steps down another loss, through those steps' own
/// gradients.
@Suite("A gradient through steps of gradient descent")
struct InnerStepsTests {
  #if DoublePrecision
    private let exact = 1e-12
    private let h = 1e-5
    private let slope = 1e-8
  #else
    private let exact = 2e-5
    private let h = 1e-2
    private let slope = 5e-3
  #endif

  /// The mean squared error of a network on five chance samples, two inputs and one target each.
  private struct Loss {
    let network: MLP
    let x, y: Tensor

    init(_ network: MLP, seed: UInt64) {
      var random = Random(seed: seed, "inner steps")
      self.network = network
      (x, y) = (random.tensor([5, 2]), random.tensor([5, 1]))
    }

    func callAsFunction(_ theta: Variable) -> Variable {
      network(Variable(x), at: theta, task: nil).meanSquaredError(Variable(y))
    }
  }

  private func theta(_ network: MLP) -> Tensor {
    var random = Random(seed: 5, "inner steps")
    return network.layout.initial(&random)
  }

  /// `outer` after `steps` steps of rate α down `inner`.
  private func adapted(_ inner: Loss, _ outer: Loss, alpha: Real, steps: Int) -> (Variable) ->
    Variable
  {
    { theta in
      var theta = theta
      for _ in 0..<steps { theta = theta - alpha * gradient(at: theta) { inner($0) } }
      return outer(theta)
    }
  }

  @Test("of two quadratics is (I − αH)ᴷ ∇L(θ')", arguments: [1, 2, 5])
  func closedForm(steps: Int) {
    let network = MLP(inputs: 2, hidden: [], outputs: 1)
    let (inner, outer) = (Loss(network, seed: 1), Loss(network, seed: 2))
    let (alpha, start) = (0.2, theta(network))
    /// 2/n Xᵀ(Xθ − y), X with a column of ones for the bias; without y, Hθ.
    func slope(_ loss: Loss, _ theta: [Double], _ y: Tensor? = nil) -> [Double] {
      var sum = [0.0, 0.0, 0.0]
      for row in 0..<5 {
        let x = [Double(loss.x[row, 0]), Double(loss.x[row, 1]), 1]
        let away = zip(x, theta).reduce(-(y.map { Double($0[row]) } ?? 0)) { $0 + $1.0 * $1.1 }
        for i in x.indices { sum[i] += 2 / 5 * away * x[i] }
      }
      return sum
    }
    var point = start.values.map { Double($0) }
    for _ in 0..<steps { point = zip(point, slope(inner, point, inner.y)).map { $0 - alpha * $1 } }
    var expected = slope(outer, point, outer.y)
    for _ in 0..<steps { expected = zip(expected, slope(inner, expected)).map { $0 - alpha * $1 } }
    let found = gradient(at: start, of: adapted(inner, outer, alpha: Real(alpha), steps: steps))
    expectClose(found, Tensor(numbers: expected), exact)
  }

  @Test("is the slope of the loss after one step, and after three", arguments: [1, 3])
  func finiteDifferences(steps: Int) {
    let network = MLP(inputs: 2, hidden: [4, 3], outputs: 1, activation: .tanh)
    let (inner, outer) = (Loss(network, seed: 1), Loss(network, seed: 2))
    let loss = adapted(inner, outer, alpha: 0.5, steps: steps)
    let start = theta(network)
    var random = Random(seed: 11)
    let direction = random.tensor(start.shape)
    func value(_ step: Double) -> Double {
      Double(loss(Variable(start + Real(step) * direction)).value.scalar)
    }
    let found = Double(gradient(at: start, of: loss).dot(direction))
    let differences = [-2, -1, 1, 2].map { value($0 * h) }
    let expected: Double =
      (differences[0] - 8 * differences[1] + 8 * differences[2] - differences[3]) / (12 * h)
    #expect(abs(found - expected) <= slope * max(1, abs(expected)))
    // The test means something only where the inner steps' own derivative matters.
    var end = Variable(start)
    for _ in 0..<steps {
      end = Variable((end - 0.5 * gradient(at: end) { inner($0) }).value)
    }
    let firstOrder = Double(gradient(at: end.value) { outer($0) }.dot(direction))
    #expect(abs(firstOrder - found) > 10 * slope)
  }
}
