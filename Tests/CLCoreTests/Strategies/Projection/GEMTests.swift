import CLCore
import TestSupport
import Testing

@Suite("GEM's projection")
struct GEMTests {
  /// g [P] and G [k, P], some rows of which are doubled, opposite or zero.
  private static func gradients(_ random: inout Random) -> (g: Tensor, rows: Tensor) {
    let k = 1 + random.below(10)
    var rows = random.tensor([k, 60])
    rows.write { numbers in
      for row in 1..<max(k, 2) where row < k {
        let factor = Real([1, 1, 1, 0, 2, -0.5][random.below(6)])
        let from = factor == 1 ? row : row - 1
        for i in 0..<60 { numbers[row * 60 + i] = factor * numbers[from * 60 + i] }
      }
    }
    return (random.tensor([60]), rows)
  }

  private static func slopes(_ step: Tensor, _ rows: Tensor) -> [Double] {
    (0..<rows.shape[0]).map { Double(rows.part(from: $0 * 60, [60]).dot(step)) }
  }

  /// What may be off by rounding and by the programme's ridge, as a share of the products.
  private let tolerance = max(64 * Double(Real.ulpOfOne), 4e-12)

  @Test("the step opposes no old gradient, with γ = 0 and with v ≥ γ", arguments: [0, 0.5])
  func cone(margin: Double) {
    var random = Random(seed: 1, "gradients")
    for _ in 0..<300 {
      let (g, rows) = Self.gradients(&random)
      var step = g
      let opposed = GEM.project(&step, rows, .lowerBound(margin))
      #expect(opposed == Self.slopes(g, rows).indices.filter { Self.slopes(g, rows)[$0] < 0 })
      if opposed.isEmpty { continue }
      let scale = Double(max(step.norm, g.norm)) * 60
      #expect(Self.slopes(step, rows).allSatisfy { $0 >= -tolerance * scale })
    }
  }

  @Test("the step is the nearest in the cone: what was added is orthogonal to it")
  func nearest() {
    var random = Random(seed: 2, "gradients")
    for _ in 0..<300 {
      let (g, rows) = Self.gradients(&random)
      var step = g
      GEM.project(&step, rows, .added(0))
      #expect(abs(Double(step.dot(step - g))) <= tolerance * Double(g.dot(g)) * 60)
      #expect(step.norm <= g.norm * (1 + Real(tolerance)))
    }
  }

  // Where a row is opposite to g nothing is left of the step, and all that then seems to oppose the other two,
  // which are opposite to each other, is rounding.
  @Test("a step of which nothing is left stays nothing")
  func nothingLeft() {
    let g: [Real] = [-1.5, -0.5, 0.25, -0.5, 0.75]
    let other: [Real] = [1, -1.75, 0.25, -1.5, -0.25]
    let rows = Tensor(g.map { -1.7 * $0 } + other + other.map { -0.8 * $0 }, [3, 5])
    var step = Tensor(g)
    GEM.project(&step, rows, .lowerBound(0))
    #expect(Double(step.norm) <= 64 * tolerance)
  }

  @Test("v* + γ can violate a constraint that v* satisfies")
  func addedMargin() {
    let rows = Tensor([3, 0, -0.9, 0.4], [2, 2])
    func second(_ margin: GEM.Margin) -> Real {
      var step = Tensor([-1, 0.5])
      GEM.project(&step, rows, margin)
      return rows.part(from: 2, [2]).dot(step)
    }
    #expect(second(.added(0)) > 0.1)
    #expect(second(.lowerBound(0.5)) >= -1e-5)
    #expect(second(.added(0.5)) < -0.5)
  }

  @Test("where nothing is opposed the gradient stays as it is, to the bit")
  func untouched() {
    var random = Random(seed: 3, "gradients")
    var found = 0
    while found < 50 {
      let (g, rows) = Self.gradients(&random)
      guard Self.slopes(g, rows).allSatisfy({ $0 >= 0 }) else { continue }
      found += 1
      for margin in [GEM.Margin.added(0.5), .lowerBound(0.5)] {
        var step = g
        #expect(GEM.project(&step, rows, margin).isEmpty)
        expectSameBits(step, g, "\(margin)")
      }
    }
  }

  @Test("one constraint gives A-GEM's closed form")
  func oneConstraint() {
    var random = Random(seed: 4, "gradients")
    for _ in 0..<100 {
      let (g, row) = (random.tensor([60]), random.tensor([60]))
      var (gem, averaged) = (g, g)
      let opposed = GEM.project(&gem, row.reshaped([1, 60]), .added(0))
      #expect(AGEM.project(&averaged, row) == !opposed.isEmpty)
      // A-GEM adds 1e-7 to |r|², which is about 20.
      expectClose(gem, averaged, max(tolerance, 1e-7))
    }
  }

  @Test("A-GEM leaves a gradient alone where the reference vanishes")
  func vanishing() {
    var random = Random(seed: 5, "gradients")
    let g = random.tensor([60])
    var step = g
    #expect(!AGEM.project(&step, .zeros([60])))
    // Here rᵀr is far below the 1e-7 that is added to it, and the quotient stays small.
    #expect(AGEM.project(&step, -1e-9 * g))
    expectClose(step, g, max(tolerance, 1e-7))
  }
}
