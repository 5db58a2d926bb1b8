import CLCore
import Testing

@Suite("Sums over samples of each sample's own gradient")
struct PerSampleTests {
  /// A batch of `count` inputs and labels, and the weights of a network for it.
  private func problem(
    _ activation: Activation, count: Int = 23
  ) -> (network: MLP, theta: Tensor, x: Tensor, labels: [Int]) {
    var random = Random(seed: 3, "per-sample")
    let network = MLP(inputs: 9, hidden: [8, 7], outputs: 6, activation: activation)
    let theta = network.layout.initial(&random)
    let x = Tensor((0..<count * 9).map { _ in Real(random.normal()) }, [count, 9])
    return (network, theta, x, (0..<count).map { _ in random.below(6) })
  }

  @Test(
    "agree with a loop over the samples",
    arguments: Activation.allCases, [Columns.all, .range(0..<6)])
  func loop(activation: Activation, active: Columns) {
    let (network, theta, x, labels) = problem(activation)
    var squares = Tensor.zeros(theta.shape)
    var magnitudes = Tensor.zeros(theta.shape)
    for n in labels.indices {
      let g = gradient(at: theta) {
        network(Variable(x.rows(n..<n + 1)), at: $0, task: nil)
          .crossEntropy([labels[n]], over: active)
      }
      squares += g.squared
      magnitudes += g.magnitude
    }
    func sum(_ each: PerSample) -> Tensor {
      sumOverSamples(of: each, at: theta) {
        Real(labels.count)
          * network(Variable(x), at: $0, task: nil).crossEntropy(labels, over: active)
      }
    }
    let tolerance: Real = MemoryLayout<Real>.size == 8 ? 1e-12 : 1e-5
    #expect((sum(.squares) - squares).norm <= tolerance * squares.norm)
    #expect((sum(.magnitudes) - magnitudes).norm <= tolerance * magnitudes.norm)
  }

  @Test("agree with the closed form for softmax regression: Σₙ xₙ² (pₙ − yₙ)²")
  func softmaxRegression() {
    var random = Random(seed: 5, "softmax")
    let network = MLP(inputs: 4, hidden: [], outputs: 3)
    let theta = network.layout.initial(&random)
    let x = Tensor((0..<10 * 4).map { _ in Real(random.normal()) }, [10, 4])
    let labels = (0..<10).map { _ in random.below(3) }
    let found = sumOverSamples(of: .squares, at: theta) {
      10 * network(Variable(x), at: $0, task: nil).crossEntropy(labels)
    }
    let scores = network(Variable(x), at: Variable(theta), task: nil).value
    let wrong = scores.softmax() - .oneHot(labels, columns: 3)
    for i in 0..<4 {
      for j in 0..<3 {
        var expected: Real = 0
        for n in 0..<10 {
          expected += x[n, i] * x[n, i] * wrong[n, j] * wrong[n, j]
        }
        #expect(abs(found[network.head.weight][i, j] - expected) <= 1e-5 * max(expected, 1))
      }
    }
  }

  @Test("are refused, by name, where a weight is met twice")
  func sharedWeight() async {
    await #expect(processExitsWith: .failure) {
      var layout = Layout()
      let layer = Linear("twice", 3, 3, in: &layout)
      let theta = Tensor(repeating: 0.1, [layout.count])
      _ = sumOverSamples(of: .squares, at: theta) { theta in
        let x = Variable(Tensor.ones([2, 3]))
        return layer(layer(x, at: theta), at: theta).sum
      }
    }
  }
}
