import Foundation
import TestSupport
import Testing
import Theta

@Suite("Sums and other reductions")
struct ReductionTests {
  /// Sixteen lanes each sum a sixteenth of the numbers.
  private func bound(_ n: Int, _ terms: [Double]) -> Double {
    Double(n / 16 + 16) * Double(Real.ulpOfOne) / 2 * terms.map(abs).reduce(0, +)
  }

  @Test("Sum, mean, dot and norm agree with sums in Double, at every length")
  func sums() {
    var random = Random(seed: 1)
    for n in Array(1...70) + [999, 100_000] {
      let (a, b) = (random.tensor([n]), random.tensor([n]))
      let x = a.values.map { Double($0) }
      let products = zip(x, b.values).map { $0 * Double($1) }
      let sum = x.reduce(0, +)
      #expect(abs(Double(a.sum) - sum) <= bound(n, x))
      #expect(abs(Double(a.mean) * Double(n) - sum) <= 2 * bound(n, x))
      #expect(abs(Double(a.dot(b)) - products.reduce(0, +)) <= 2 * bound(n, products))
      let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(Double(a.norm) - norm) <= Double(n / 16 + 16) * Double(Real.ulpOfOne) * norm)
    }
    #expect(Tensor([]).sum == 0)
  }

  @Test("Summing to a shape is the transpose of stretching to it: ⟨stretched x, y⟩ = ⟨x, summed y⟩")
  func transposes() {
    var random = Random(seed: 2)
    for _ in 0..<300 {
      let large = (0..<random.below(6)).map { _ in 1 + random.below(5) }
      let small = Shape(
        large.dropFirst(random.below(large.count + 1)).map { random.below(2) == 0 ? 1 : $0 })
      // Whole numbers, so that sums are exact whatever their order.
      func whole(_ shape: Shape) -> Tensor {
        Tensor((0..<shape.count).map { _ in Real(random.below(19) - 9) }, shape)
      }
      let (x, y) = (whole(small), whole(Shape(large)))
      let (stretched, summed) = (x.broadcast(to: y.shape), y.summed(to: small))
      #expect(summed.shape == small && stretched.shape == y.shape)
      #expect(stretched.dot(y) == x.dot(summed), "\(small) and \(large)")
    }
  }

  @Test("Rows and columns are summed as the formula says")
  func axes() {
    let x = Tensor([1, 2, 3, 4, 5, 6], [2, 3])
    #expect(x.summed(to: [3]) == Tensor([5, 7, 9]))
    #expect(x.summed(to: [1, 3]) == Tensor([5, 7, 9], [1, 3]))
    #expect(x.summed(to: [2, 1]) == Tensor([6, 15], [2, 1]))
    #expect(x.summed(to: []) == Tensor(21))
    #expect(Tensor.zeros([0, 3]).summed(to: [3]) == .zeros([3]))
    #expect(x.broadcast(to: [2, 2, 3]).values == x.values + x.values)
  }

  @Test("The first of equal scores is the largest")
  func argmax() {
    #expect(Tensor([1, 3, 3, 2, 2, 2, -1, -5, 0], [3, 3]).argmaxOfRows == [1, 0, 2])
    #expect(Tensor([1, 2], [2, 1]).argmaxOfRows == [0, 0])
    #expect(Tensor.zeros([0, 4]).argmaxOfRows == [])
  }

  @Test("One NaN or infinity makes a tensor not finite")
  func finite() {
    #expect(Tensor([1, -2, .greatestFiniteMagnitude]).isFinite)
    for bad in [Real.nan, .infinity, -.infinity] { #expect(!Tensor([1, bad]).isFinite) }
  }

  @Test("Softmax sums to one over the active outputs, is zero elsewhere, and never overflows")
  func softmax() {
    let scores = Tensor([1000, -1000, -2000, 500, -3, -2, -1, 0], [2, 4])
    let p = scores.softmax(over: .range(1..<4))
    for row in 0..<2 {
      let numbers = p.rows(row..<row + 1).values
      #expect(numbers[0] == 0)
      #expect(abs(numbers.reduce(0, +) - 1) < 4 * Real.ulpOfOne)
    }
    #expect(p.values[0..<4] == [0, 0, 0, 1])
    let rest: Double = exp(-2) + exp(-1) + 1
    expectClose(
      p.rows(1..<2),
      Tensor([0, Real(exp(-2) / rest), Real(exp(-1) / rest), Real(1 / rest)], [1, 4]))
    let logSum = Variable(scores).logSumExp(over: .range(1..<4)).value
    expectClose(logSum, Tensor([500, Real(log(rest))], [2, 1]))
  }

  @Test("Losses agree with their formulas, and stay finite where exp would not")
  func losses() {
    let scores = Variable(Tensor([0, 1, 2, -1000, 0, 1000], [2, 3]))
    let rest: Double = exp(-1) + exp(-2)
    let expected = (log(1 + rest) + 1000) / 2
    expectClose(scores.crossEntropy([2, 1]).value, Tensor(Real(expected)))
    let s = Variable(Tensor([0, 2, -1000, 1000]))
    let t = Variable(Tensor([1, 0.25, 0, 0]))
    // One number each: log 2, 2 − 2/4 + log(1 + e⁻²), 0, 1000.
    let softened: Double = log(1 + exp(-2))
    let binary = (log(2.0) + 1.5 + softened + 1000) / 4
    expectClose(s.binaryCrossEntropy(t).value, Tensor(Real(binary)))
    #expect(s.meanSquaredError(s).value == Tensor(0))
    #expect(
      Variable(Tensor([1, 2])).meanSquaredError(Variable(Tensor([3, 5]))).value == Tensor(6.5))
  }
}
