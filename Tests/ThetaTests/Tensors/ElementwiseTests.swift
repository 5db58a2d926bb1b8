import Foundation
import TestSupport
import Testing
import Theta

@Suite("Functions and arithmetic, number by number")
struct ElementwiseTests {
  private static let unit = Double(Real.ulpOfOne)

  @Test("Arithmetic is rounded once, at every length")
  func arithmetic() {
    var random = Random(seed: 1)
    for n in Array(0...70) + [1000] {
      let (a, b) = (random.tensor([n]), random.tensor([n]) + 1.5)
      let pairs = Array(zip(a.values, b.values))
      #expect((a + b).values == pairs.map { $0 + $1 })
      #expect((a - b).values == pairs.map { $0 - $1 })
      #expect((a * b).values == pairs.map { $0 * $1 })
      #expect((a / b).values == pairs.map { $0 / $1 })
      #expect(a.squared.values == a.values.map { $0 * $0 })
      #expect(b.squareRoot.values == b.values.map { $0.squareRoot() })
      #expect(a.magnitude.values == a.values.map(abs))
      #expect(a.relu.values == a.values.map { max($0, 0) })
      #expect(a.sign.values == a.values.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 })
      #expect(a.affine(3, -1).values == a.values.map { 3 * $0 - 1 })
      #expect(b.gated(by: a).values == pairs.map { $0 > 0 ? $1 : 0 })
      var sum = a
      sum.add(-2, b)
      #expect(sum.values == pairs.map { $0 - 2 * $1 })
    }
  }

  @Test("Stretched operands follow the index formula of broadcasting, on random shapes")
  func broadcasting() {
    var random = Random(seed: 2)
    for _ in 0..<300 {
      let full = (0..<random.below(6)).map { _ in 1 + random.below(4) }
      func operand() -> Shape {
        Shape(full.dropFirst(random.below(full.count + 1)).map { random.below(3) == 0 ? 1 : $0 })
      }
      let (p, q) = (operand(), operand())
      let (a, b) = (random.tensor(p), random.tensor(q))
      let rank = max(p.rank, q.rank)
      func length(_ shape: Shape, _ axis: Int) -> Int {
        axis < rank - shape.rank ? 1 : shape[axis - (rank - shape.rank)]
      }
      let axes = (0..<rank).map { max(length(p, $0), length(q, $0)) }
      func place(_ index: [Int], in shape: Shape) -> Int {
        (rank - shape.rank..<rank).reduce(0) { place, axis in
          place * length(shape, axis) + (length(shape, axis) == 1 ? 0 : index[axis])
        }
      }
      let expected = (0..<axes.reduce(1, *)).map { i -> Real in
        var (rest, index) = (i, axes)
        for axis in axes.indices.reversed() {
          index[axis] = rest % axes[axis]
          rest /= axes[axis]
        }
        return a[place(index, in: p)] - b[place(index, in: q)]
      }
      #expect(a - b == Tensor(expected, Shape(axes)), "\(p) − \(q)")
    }
  }

  @Test("eˣ is right to 2e-7 of its value between −87 and 88, in Double to the C library's")
  func exponential() {
    let x = Tensor((0...350_000).map { Real(-87) + Real($0) / 2000 })
    #expect(worst(x, x.exponential) { exp($0) } < (unit < 1e-10 ? 2 * unit : 2e-7))
    #expect(Tensor([0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude]).exponential == .ones([3]))
    #expect(Tensor([-.infinity, .infinity]).exponential == Tensor([0, .infinity]))
    #expect(Tensor([-1000, 1000]).exponential == Tensor([0, .infinity]))
    #expect(Tensor([-.nan, .nan]).exponential.values.allSatisfy { $0.isNaN })
  }

  @Test("Below −87 eˣ is within the smallest normal number of its value")
  func underflow() {
    let x = Tensor((0...10_000).map { Real(-110) + Real($0) / 400 })
    let error = zip(x.values, x.exponential.values).map { abs(Double($1) - exp(Double($0))) }
    #expect(error.allSatisfy { $0 < 2 * Double(Float.leastNormalMagnitude) })
  }

  @Test("The logarithm is right to one unit in the last place")
  func logarithm() {
    var random = Random(seed: 3)
    let x = Tensor(
      (0..<100_000).map { _ in
        Real(random.uniform() + 0.5)
          * Real(sign: .plus, exponent: random.below(200) - 100, significand: 1)
      })
    #expect(worst(x, x.logarithm) { log($0) } < unit)
    #expect(Tensor([0, 1, .infinity]).logarithm == Tensor([-.infinity, 0, .infinity]))
    #expect(Tensor([-1, .nan]).logarithm.values.allSatisfy { $0.isNaN })
  }

  @Test("tanh is right to 3e-7 of its value everywhere, odd, and within [−1, 1]")
  func hyperbolicTangent() {
    let x = Tensor((0...400_000).map { Real($0) / 20_000 })
    let y = x.hyperbolicTangent
    #expect(worst(x, y) { tanh($0) } < (unit < 1e-10 ? 2 * unit : 3e-7))
    #expect((-x).hyperbolicTangent == -y)
    #expect(y.values.allSatisfy { $0 >= 0 && $0 <= 1 })
    let tiny = Tensor([-.leastNormalMagnitude, 0, 1e-20])
    #expect(tiny.hyperbolicTangent == tiny)
    // A number below the normal ones is taken for 0.
    #expect(Tensor([.leastNonzeroMagnitude]).hyperbolicTangent == Tensor([0]))
    #expect(
      Tensor([-.infinity, .infinity, -100, 100]).hyperbolicTangent == Tensor([-1, 1, -1, 1]))
    #expect(Tensor([.nan]).hyperbolicTangent[0].isNaN)
  }

  @Test("The sigmoid is right to 4e-7 of its value from −86 on")
  func sigmoid() {
    let x = Tensor((0...300_000).map { Real(-86) + Real($0) / 1500 })
    #expect(worst(x, x.sigmoid) { 1 / (1 + exp(-$0)) } < (unit < 1e-10 ? 4 * unit : 4e-7))
    #expect(
      Tensor([-.infinity, -1000, 0, 1000, .infinity]).sigmoid == Tensor([0, 0, 0.5, 1, 1]))
    #expect(Tensor([.nan]).sigmoid[0].isNaN)
  }

  @Test("A NaN goes through every function but the sign and the gate")
  func notANumber() {
    let nan = Tensor([.nan, 1])
    for y in [
      nan.relu, nan.magnitude, nan.squared, nan.squareRoot, nan + 1, nan * 0, nan.softmax(),
    ] { #expect(y[0].isNaN) }
  }

  @Test("|−0| is 0, not −0")
  func magnitudeOfZero() {
    #expect(Tensor([-0.0]).magnitude.bits == [0])
  }

  /// The largest relative error of `y` against `f` at `x`.
  private func worst(_ x: Tensor, _ y: Tensor, _ f: (Double) -> Double) -> Double {
    var worst = 0.0
    for (x, y) in zip(x.values, y.values) {
      let exact = f(Double(x))
      if exact != 0 { worst = max(worst, abs(Double(y) - exact) / abs(exact)) }
    }
    return worst
  }

  private var unit: Double { ElementwiseTests.unit }
}
