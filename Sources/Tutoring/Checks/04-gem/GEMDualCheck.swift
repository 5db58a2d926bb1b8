import CLCore
import Exercise

/// The matrix and the vector of GEM's dual, with the margin as the least price.
struct GEMDualCheck: Check {
  let place = "04-gem/gem-dual"
  let trials = [
    Trial("A") { random in question("A", &random) },
    Trial("b without a margin") { random in question("b", &random) },
    Trial("b with a margin") { random in question("b", isWide: true, &random) },
  ]

  private static func question(
    _ function: String, isWide: Bool = false, _ random: inout Random
  ) -> Question {
    let k = 3
    let g = random.tensor([5])
    // Rows of lengths that differ.
    let old = random.tensor([k, 5]) * Tensor([0.5, 1, 2], [k, 1])
    let margin = isWide ? Real(random.uniform(in: 0.3...0.8)) : 0
    let rows = (0..<k).map { old.rows($0..<$0 + 1).reshaped([5]) }
    let a = Tensor(rows.flatMap { row in rows.map { row.dot($0) } }, [k, k])
    let products = Tensor(rows.map { $0.dot(g) })
    let start = rows.reduce(g) { $0 + margin * $1 }
    let shift = Tensor(rows.map { $0.dot(start) }) - products
    let lengths = Tensor(rows.map(\.norm))
    let call = Call(function, [Value(g), Value(old), Value(margin)])
    if function == "A" {
      return Question(
        call, gives: Value(a),
        slips: [
          Slip(
            "weights-gram",
            "This is GᵀG, a number for each pair of weights. The dual has an unknown for each old task: A = GGᵀ, [k, k].",
            gives: Value(Tensor.product(old, old, transposeA: true)), level: .shape),
          Slip(
            "half", "Your A is half of the expected one: the ½ stands before uᵀA u already.",
            gives: Value(0.5 * a), level: .almost),
          Slip(
            "cosines",
            "These are cosines: the gradients have been scaled to length 1. Then the prices would be for other gradients than G.",
            gives: Value(
              a / (lengths.reshaped([k, 1]) * lengths.reshaped([1, k])))),
        ])
    }
    return Question(
      call, gives: Value(products + shift),
      slips: [
        Slip(
          "sign",
          "The sign of Gg is turned: a solver that minimises ½ uᵀA u − aᵀu wants a = −Gg, but here +bᵀu is asked for.",
          gives: Value(shift - products), level: .almost),
        Slip(
          "no-margin",
          "The margin is missing: with all u at 0 the step is already g + γ Gᵀ1, and b is its products with the old gradients.",
          gives: Value(products)),
        Slip(
          "plain-margin",
          "You add γ to every product. A price of γ adds γ g_j to the step, and changes each product by γ ⟨g_i, g_j⟩.",
          gives: Value(products + margin)),
        Slip(
          "margin-subtracted",
          "The margin's share has the wrong sign: v = γ + u adds γ of every old gradient to the step.",
          gives: Value(products - shift)),
        Slip(
          "own-product-only",
          "Each product changes by the margins of all old tasks, not by its own alone: sum over the row of A.",
          gives: Value(products + margin * lengths.squared)),
      ])
  }
}
