import TestSupport
import Testing
import Theta

@Suite("Threads of one run")
struct CoresTests {
  @Test(
    "A pass gives the same bits whatever the number of threads",
    arguments: [1 << 15, (1 << 15) + 1, 50_001, 478_410])
  func passes(_ count: Int) {
    var random = Random(seed: 5)
    // The smallest normal number halved is below it, where a thread that is not prepared differs.
    let tiny = Tensor(repeating: Real.leastNormalMagnitude, [count])
    let (a, b) = (random.tensor([count]), random.tensor([count]))
    func results() -> [Tensor] {
      var sum = a
      sum.add(0.3, b)
      return [
        a + b, a * b, a.relu, b.hyperbolicTangent, a.affine(2, 1), sum, tiny * 0.5,
      ]
    }
    let one = results()
    for threads in [0, 2, 3, 7] {
      let several = Cores.$perProduct.withValue(threads) { results() }
      for (x, y) in zip(several, one) { expectSameBits(x, y, "\(threads) threads") }
    }
  }
}
