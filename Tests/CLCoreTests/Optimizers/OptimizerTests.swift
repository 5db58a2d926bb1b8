import CLCore
import Foundation
import TestSupport
import Testing

/// Two steps of each optimiser by hand, then what all of them share.
///
/// By hand: θ = (1, −2), first g = (0.5, −1), then g = (0.25, 2).
@Suite("Optimisers")
struct OptimizerTests {
  private static let all: [any Optimizer] = [
    SGD(rate: 0.1), Momentum(rate: 0.1, momentum: 0.9), AdaGrad(rate: 0.1), RMSProp(rate: 0.1),
    Adam(rate: 0.1),
  ]

  private func twoSteps(_ optimizer: some Optimizer) -> [Tensor] {
    var (optimizer, theta) = (optimizer, Tensor([1, -2]))
    return [Tensor([0.5, -1]), Tensor([0.25, 2])].map { gradient in
      optimizer.step(&theta, gradient)
      return theta
    }
  }

  // 1 − 0.1·0.5 = 0.95, −2 + 0.1·1 = −1.9; 0.95 − 0.1·0.25 = 0.925, −1.9 − 0.1·2 = −2.1
  @Test("SGD: θ ← θ − η g")
  func sgd() {
    let theta = twoSteps(SGD(rate: 0.1))
    expectClose(theta[0], Tensor([0.95, -1.9]))
    expectClose(theta[1], Tensor([0.925, -2.1]))
  }

  // u = (0.5, −1), as for SGD; u = 0.9·(0.5, −1) + (0.25, 2) = (0.7, 1.1):
  // 0.95 − 0.07 = 0.88, −1.9 − 0.11 = −2.01
  @Test("Momentum: u ← μ u + g, θ ← θ − η u")
  func momentum() {
    let theta = twoSteps(Momentum(rate: 0.1, momentum: 0.9))
    expectClose(theta[0], Tensor([0.95, -1.9]))
    expectClose(theta[1], Tensor([0.88, -2.01]))
  }

  // s = g², so the first step is 0.1·sign g: (0.9, −1.9). s = (0.25 + 0.0625, 1 + 4) = (0.3125, 5):
  // 0.9 − 0.1·0.25/0.559016994375 = 0.855278640450, −1.9 − 0.1·2/2.236067977500 = −1.989442719100
  @Test("AdaGrad: s ← s + g², θ ← θ − η g / √s")
  func adaGrad() {
    let theta = twoSteps(AdaGrad(rate: 0.1))
    expectClose(theta[0], Tensor([0.9, -1.9]), 1e-6)
    expectClose(theta[1], Tensor([0.855278640450, -1.989442719100]), 1e-6)
    expectClose(
      twoSteps(AdaGrad(rate: 0.1, epsilon: 0.5))[0], Tensor([0.95, -2 + 0.1 / 1.5]), 1e-6)
  }

  // α = 0.9. s = 0.1·(0.25, 1) = (0.025, 0.1): the first step is 0.1/√0.1 = 0.316227766017 for both,
  // (0.683772233983, −1.683772233983). s = (0.0225 + 0.00625, 0.09 + 0.4) = (0.02875, 0.49):
  // 0.683772233983 − 0.1·0.25/0.169558249578 = 0.536330241080,
  // −1.683772233983 − 0.1·2/0.7 = −1.969486519697
  @Test("RMSProp: s ← α s + (1 − α) g², θ ← θ − η g / √s")
  func rmsProp() {
    let theta = twoSteps(RMSProp(rate: 0.1, decay: 0.9))
    expectClose(theta[0], Tensor([0.683772233983, -1.683772233983]), 1e-6)
    expectClose(theta[1], Tensor([0.536330241080, -1.969486519697]), 1e-6)
  }

  // m̂ = g and v̂ = g² after one step, which is 0.1·sign g: (0.9, −1.9). Then, with the defaults,
  // m = 0.9·0.1·(0.5, −1) + 0.1·(0.25, 2) = (0.07, 0.11), m̂ = m/0.19 = (0.368421052632, 0.578947368421);
  // v = 0.999·0.001·(0.25, 1) + 0.001·(0.0625, 4) = (0.00031225, 0.004999),
  // v̂ = v/0.001999 = (0.156203101551, 2.500750375188), √v̂ = (0.395225380064, 1.581376102409):
  // 0.9 − 0.1·0.368421052632/0.395225380064 = 0.806782036270,
  // −1.9 − 0.1·0.578947368421/1.581376102409 = −1.936610352872
  @Test("Adam: both means corrected for their start at zero")
  func adam() {
    let theta = twoSteps(Adam(rate: 0.1))
    expectClose(theta[0], Tensor([0.9, -1.9]), 1e-6)
    expectClose(theta[1], Tensor([0.806782036270, -1.936610352872]), 1e-6)
  }

  @Test("Adam's first step is η whatever the gradient's size, to the last digits")
  func adamFirstStep() {
    var (optimizer, theta) = (Adam(rate: 1, epsilon: 0), Tensor.zeros([3]))
    optimizer.step(&theta, Tensor([1e-3, -1, 1000]))
    expectClose(theta, Tensor([-1, 1, -1]), 4 * Double(Real.ulpOfOne))
  }

  @Test("A step moves weights and moments where they are, without a copy")
  func inPlace() {
    func address(_ tensor: Tensor) -> UnsafePointer<Real>? { tensor.read { $0.baseAddress } }
    var theta = Tensor.zeros([1000])
    let gradient = Tensor.ones([1000])
    var optimizer = Adam()
    optimizer.step(&theta, gradient)
    let before = address(theta)
    optimizer.step(&theta, gradient)
    #expect(address(theta) == before)
  }

  @Test("No gradient, no step: weights of gradient 0 stay where they are", arguments: all)
  func still(_ fresh: any Optimizer) {
    var (optimizer, theta) = (fresh, Tensor([1, -2, 3]))
    for _ in 0..<3 { optimizer.step(&theta, Tensor([0, 0, 0])) }
    #expect(theta == Tensor([1, -2, 3]))
  }

  // 70,001 weights are worked through in three pieces, of which the last is no multiple of anything.
  @Test("A step in a well is a step along the gradient and the well's slope", arguments: all)
  func well(_ fresh: any Optimizer) {
    var random = Random(seed: 3)
    let (start, gradient) = (random.tensor([70_001]), random.tensor([70_001]))
    let well = Quadratic(
      weight: random.tensor([70_001]).squared, centre: random.tensor([70_001]))
    var (pulled, stepped) = ((fresh, start), (fresh, start))
    for _ in 0..<3 {
      var slope = gradient
      let value = well.add(to: &slope, at: stepped.1)
      stepped.0.step(&stepped.1, slope)
      #expect(pulled.0.step(&pulled.1, gradient, in: well) == value)
    }
    #expect(pulled.1.bits == stepped.1.bits)
  }

  @Test("After a reset an optimiser steps as a new one", arguments: all)
  func reset(_ fresh: any Optimizer) {
    var (used, new) = (fresh, fresh)
    walk(&used, 5, seed: 1)
    used.reset()
    #expect(walk(&used, 5, seed: 2).bits == walk(&new, 5, seed: 2).bits)
  }

  @Test("A copy is independent", arguments: all)
  func copies(_ fresh: any Optimizer) {
    var original = fresh
    walk(&original, 5, seed: 1)
    var (copy, reference) = (original, original)
    let expected = walk(&reference, 5, seed: 2)
    walk(&copy, 7, seed: 3)
    #expect(walk(&original, 5, seed: 2).bits == expected.bits)
  }

  @Test("Saved and read again, an optimiser goes on with the same bits", arguments: all)
  func resume(_ fresh: any Optimizer) throws {
    func read<O: Optimizer>(_ optimizer: O) throws -> any Optimizer {
      try JSONDecoder().decode(O.self, from: JSONEncoder().encode(optimizer))
    }
    var optimizer = fresh
    walk(&optimizer, 5, seed: 1)
    var resumed = try read(optimizer)
    #expect(walk(&resumed, 5, seed: 2).bits == walk(&optimizer, 5, seed: 2).bits)
  }

  @Test(
    "Carried to a grown layout, old weights step on as before and new ones as fresh ones do",
    arguments: all.dropLast())
  func carry(_ fresh: any Optimizer) {
    var old = Layout()
    let w = old.add("w", [2, 3], .constant(0))
    let b = old.add("b", [3], .constant(0))
    var grown = Layout()
    let bGrown = grown.add("b", [4], .constant(0))
    let wGrown = grown.add("w", [3, 4], .constant(0))
    _ = grown.add("extra", [2], .constant(0))

    var (small, new) = (fresh, fresh)
    walk(&small, 5, seed: 1, count: old.count)
    var large = small
    large.carry(from: old, to: grown)
    let expected = walk(&small, 1, seed: 2, count: old.count, everywhere: 0.5)
    let untouched = walk(&new, 1, seed: 2, count: grown.count, everywhere: 0.5)
    let found = walk(&large, 1, seed: 2, count: grown.count, everywhere: 0.5)
    var all = untouched
    for i in 0..<2 {
      for j in 0..<3 { all[wGrown.offset + 4 * i + j] = expected[w.offset + 3 * i + j] }
    }
    for j in 0..<3 { all[bGrown.offset + j] = expected[b.offset + j] }
    #expect(found.bits == all.bits)
  }

  /// Adam counts steps for all weights together, so a new weight's means start at 0 without the
  /// correction that a new optimiser would make: after five steps, m = 0.1 g and v = 0.001 g² are
  /// divided by 1 − 0.9⁶ and 1 − 0.999⁶.
  @Test("Adam carried to a grown layout keeps its count of steps")
  func carryAdam() {
    var old = Layout()
    _ = old.add("w", [2], .constant(0))
    var grown = Layout()
    _ = grown.add("new", [1], .constant(0))
    _ = grown.add("w", [2], .constant(0))
    var small = Adam(rate: 0.1)
    walk(&small, 5, seed: 1, count: 2)
    var large = small
    large.carry(from: old, to: grown)
    let expected = walk(&small, 1, seed: 2, count: 2, everywhere: 0.5)
    let found = walk(&large, 1, seed: 2, count: 3, everywhere: 0.5)
    #expect(found.part(from: 1, [2]).bits == expected.bits)
    let m = 0.1 / (1 - pow(0.9, 6))
    let v = 0.001 / (1 - pow(0.999, 6))
    expectClose(found.part(from: 0, [1]), Tensor([Real(-0.1 * m / v.squareRoot())]), 1e-5)
  }

  /// θ after `steps` steps from 0 along random gradients, or along a gradient of one number.
  @discardableResult
  private func walk(
    _ optimizer: inout any Optimizer, _ steps: Int, seed: UInt64, count: Int = 37,
    everywhere: Real? = nil
  ) -> Tensor {
    var (random, theta) = (Random(seed: seed), Tensor.zeros([count]))
    for _ in 0..<steps {
      let gradient = everywhere.map { Tensor(repeating: $0, [count]) } ?? random.tensor([count])
      optimizer.step(&theta, gradient)
    }
    return theta
  }

  @discardableResult
  private func walk(
    _ optimizer: inout Adam, _ steps: Int, seed: UInt64, count: Int, everywhere: Real? = nil
  ) -> Tensor {
    var any: any Optimizer = optimizer
    let theta = walk(&any, steps, seed: seed, count: count, everywhere: everywhere)
    if let adam = any as? Adam { optimizer = adam }
    return theta
  }
}
