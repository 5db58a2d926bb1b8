import CLCore
import TestSupport
import Testing

@Suite("Threads of one run")
struct ThreadsTests {
  @Test(
    "A step of an optimiser gives the same bits whatever the number of threads",
    arguments: [1 << 15, (1 << 15) + 1, 50_001, 478_410])
  func steps(_ count: Int) {
    var random = Random(seed: 5)
    let (a, b) = (random.tensor([count]), random.tensor([count]))
    func results() -> [Tensor] {
      var (theta, adam) = (a, Adam())
      for _ in 0..<3 { adam.step(&theta, b) }
      let value = adam.step(&theta, b, in: Quadratic(weight: a.squared, centre: b))
      return [theta, Tensor([value])]
    }
    let one = results()
    for threads in [0, 2, 3, 7] {
      let several = Cores.$perProduct.withValue(threads) { results() }
      for (x, y) in zip(several, one) { expectSameBits(x, y, "\(threads) threads") }
    }
  }

  @Test("A run of a network that is large enough to be shared gives the same bits")
  func run() throws {
    let network = MLP(inputs: 784, hidden: [400, 400], outputs: 10)
    let images = try LabelledImages.glyphs(trainPerClass: 40, testPerClass: 2)
    let stream = try TaskStream.split(images, tasks: 1, scenario: .class)
    func theta(_ threads: Int) throws -> Tensor {
      try Cores.$perProduct.withValue(threads) {
        var run = try Run(
          EWC(lambda: 1, samples: 50), Learner(network, Adam(), for: stream, seed: 1), on: stream,
          Training(iterations: 5), seed: 1)
        try run.finish()
        return run.learner.theta
      }
    }
    let one = try theta(1)
    expectSameBits(try theta(2), one, "2 threads")
    expectSameBits(try theta(3), one, "3 threads")
  }
}
