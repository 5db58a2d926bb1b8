import Testing
import Theta

extension DifferentiableOperation {
  #if DoublePrecision
    private var h: Double { 1e-3 }
    private var tolerance: Double { 1e-8 }
  #else
    private var h: Double { 0.04 }
    private var tolerance: Double { 5e-3 }
  #endif

  /// ⟨∇f(x), v⟩ for a random v: a function whose gradient is f's second derivative along v.
  package func slope(
    _ f: @escaping (Variable) -> Variable, _ index: Int
  ) -> (Variable) -> Variable {
    { x in (gradient(at: x, of: f) * Variable(direction(x.shape, index))).sum }
  }

  /// Expects the gradient of f to be what differences of four points find,
  /// (f(x−2h) − 8 f(x−h) + 8 f(x+h) − f(x+2h)) / 12h, whose own error is h⁴ f⁗′/30 and ε f / h.
  ///
  /// In Double that leaves eight digits. In Float a difference quotient keeps about three, so there the
  /// test finds a wrong formula and no more; `GoldenTests` bounds Float's own error.
  package func check(
    _ f: (Variable) -> Variable, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let x = point
    let found = gradient(at: x, of: f)
    let expected = (0..<x.count).map { i -> Double in
      func at(_ steps: Double) -> Double {
        var moved = x
        moved[i] += Real(steps * h)
        return Double(f(Variable(moved)).value.scalar)
      }
      let (inner, outer) = (at(1) - at(-1), at(2) - at(-2))
      return (8 * inner - outer) / (12 * h)
    }
    let scale = max(1, expected.map(abs).max() ?? 0)
    for (i, slope) in expected.enumerated() {
      #expect(
        abs(Double(found[i]) - slope) <= tolerance * scale, "number \(i) of the operands",
        sourceLocation: sourceLocation)
    }
  }
}
