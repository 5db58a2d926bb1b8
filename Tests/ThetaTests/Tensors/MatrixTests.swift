import Dispatch
import TestSupport
import Testing
import Theta

@Suite("Matrix products")
struct MatrixTests {
  /// A product's lengths, [m, k] by [k, n], which operands are given transposed, and which share of the left
  /// one is zero.
  struct Case: Sendable, CustomStringConvertible {
    let m, n, k: Int
    let ta, tb: Bool
    var blank = 0.0
    var description: String {
      "\(m)×\(k)\(ta ? "ᵀ" : "") · \(k)×\(n)\(tb ? "ᵀ" : "")"
        + (blank > 0 ? ", \(Int(100 * blank)) % blank" : "")
    }

    func operands() -> (a: Tensor, b: Tensor) {
      var random = Random(seed: 5, description)
      var a = random.tensor(ta ? [k, m] : [m, k])
      a.write { for i in $0.indices where random.uniform() < blank { $0[i] = 0 } }
      return (a, random.tensor(tb ? [n, k] : [k, n]))
    }

    func product(_ a: Tensor, _ b: Tensor) -> Tensor {
      .product(a, b, transposeA: ta, transposeB: tb)
    }

    static func each(_ lengths: [(m: Int, n: Int, k: Int)]) -> [Case] {
      lengths.flatMap { m, n, k in
        [(false, false), (false, true), (true, false), (true, true)].map {
          Case(m: m, n: n, k: k, ta: $0, tb: $1)
        }
      }
    }
  }

  private static let small = Case.each([
    (1, 1, 1), (1, 10, 7), (5, 1, 3), (2, 3, 1), (10, 100, 17), (33, 65, 129), (128, 10, 400),
  ])

  /// Products that are cut into blocks: 128 columns or more, 8 million multiplications or more.
  private static let cut = Case.each([
    (128, 400, 784), (400, 400, 128), (784, 400, 128), (63, 1001, 130), (520, 128, 123),
    (1, 8192, 1024),
  ])

  /// Products whose left operand is an image or what a ReLU leaves.
  private static let blank = [0.5, 0.9, 1].flatMap { share in
    [
      (128, 400, 784, false), (784, 400, 128, true), (10, 100, 784, false), (784, 100, 10, true),
      (131, 129, 65, false), (300, 1001, 70, true),
    ].map { Case(m: $0, n: $1, k: $2, ta: $3, tb: false, blank: share) }
  }

  @Test("A product is the sum over the inner index", arguments: small + cut + blank)
  func tripleLoop(_ shape: Case) {
    let (a, b) = shape.operands()
    let c = shape.product(a, b)
    let worst = c.largestDifference(
      fromProductOf: shape.ta ? a.transposed : a, and: shape.tb ? b : b.transposed)
    // A sum of k products of numbers within [−1, 1] is off by k rounding errors of at most k/2 ulp,
    // were all of one sign; of either sign, by about √k of √k.
    #expect(worst <= 2 * Double(shape.k) * Double(Real.ulpOfOne))
  }

  @Test("One thread and two give the same bits", arguments: cut + blank)
  func threads(_ shape: Case) {
    let (a, b) = shape.operands()
    let one = Cores.$perProduct.withValue(1) { shape.product(a, b) }
    for cores in [2, 3, 8] {
      let several = Cores.$perProduct.withValue(cores) { shape.product(a, b) }
      expectSameBits(several, one, "\(cores) threads")
    }
  }

  @Test("Random shapes give the same bits with one thread and with two")
  func randomShapes() {
    var random = Random(seed: 11)
    var cut = 0
    for _ in 0..<60 {
      let shape = Case(
        m: 1 + random.below(400), n: 1 + random.below(700), k: 1 + random.below(300),
        ta: random.below(2) == 0, tb: random.below(2) == 0)
      if shape.n >= 128 && shape.m * shape.n * shape.k >= 8_000_000 { cut += 1 }
      let (a, b) = shape.operands()
      let one = Cores.$perProduct.withValue(1) { shape.product(a, b) }
      let two = Cores.$perProduct.withValue(2) { shape.product(a, b) }
      expectSameBits(two, one, "\(shape)")
    }
    #expect(cut >= 10)
  }

  @Test("Products from several threads at once give the bits of a product alone")
  func sideBySide() async {
    let shape = Case(m: 128, n: 400, k: 784, ta: false, tb: true)
    let (a, b) = shape.operands()
    let alone = shape.product(a, b).bits
    let agreed = await withTaskGroup(of: Bool.self) { group in
      for cores in [1, 2, 1, 2] {
        group.addTask {
          Cores.$perProduct.withValue(cores) {
            (0..<4).allSatisfy { _ in shape.product(a, b).bits == alone }
          }
        }
      }
      return await group.allSatisfy { $0 }
    }
    #expect(agreed)
  }

  @Test("Where an operand lies in memory does not change the bits")
  func placement() {
    for shape in MatrixTests.small {
      let (a, b) = shape.operands()
      let alone = shape.product(a, b)
      for gap in 1...5 {
        let theta = Tensor([Real](repeating: 0, count: gap) + a.values + [0, 0] + b.values)
        let moved = shape.product(
          theta.part(from: gap, a.shape), theta.part(from: gap + a.count + 2, b.shape))
        expectSameBits(moved, alone, "\(shape) moved by \(gap)")
      }
    }
  }

  @Test(
    "A product of pairs is each pair's product: to the bit of a pair alone, to rounding of matrices"
  )
  func pairs() {
    for shape in MatrixTests.small {
      var random = Random(seed: 6)
      let (a, b) = shape.operands()
      let (c, d) = (random.tensor(a.shape), random.tensor(b.shape))
      let both = shape.product(
        Tensor(a.values + c.values, Shape([2] + a.shape.axes)),
        Tensor(b.values + d.values, Shape([2] + b.shape.axes)))
      #expect(both.shape == [2, shape.m, shape.n])
      func alone(_ a: Tensor, _ b: Tensor) -> Tensor {
        let one = shape.product(
          a.reshaped(Shape([1] + a.shape.axes)), b.reshaped(Shape([1] + b.shape.axes)))
        let matrix = one.reshaped([shape.m, shape.n])
        expectClose(matrix, shape.product(a, b))
        return matrix
      }
      #expect(both.bits == alone(a, b).bits + alone(c, d).bits)
    }
  }

  @Test("A product over nothing is zero, and one of nothing is empty")
  func empty() {
    #expect(Tensor.product(.zeros([2, 0]), .zeros([0, 3])) == .zeros([2, 3]))
    #expect(Tensor.product(.zeros([0, 4]), .zeros([4, 3])) == .zeros([0, 3]))
    #expect(Tensor.product(.zeros([2, 4]), .zeros([4, 0])) == .zeros([2, 0]))
    #expect(Tensor.product(.zeros([2, 4]), .zeros([0, 4]), transposeB: true) == .zeros([2, 0]))
    #expect(Tensor.product(.zeros([0, 4]), .zeros([0, 3]), transposeA: true) == .zeros([4, 3]))
  }

  @Test("Transposing exchanges rows and columns, and twice gives the matrix back")
  func transposed() {
    let matrix = Tensor([1, 2, 3, 4, 5, 6], [2, 3])
    #expect(matrix.transposed == Tensor([1, 4, 2, 5, 3, 6], [3, 2]))
    #expect(matrix.transposed.transposed == matrix)
  }
}
