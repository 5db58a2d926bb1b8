import CLCore

/// The minimum of GEM's dual by trying every active set: 2ᵏ systems of equations, good for a handful
/// of constraints and for checking a solver that is clever.
struct EverySet {
  /// v at the minimum, [k].
  let v: [Double]

  /// Tries the sets of a programme with k < 20 and γ = 0.
  init(_ gradients: Gradients) {
    let (a, b) = (gradients.gram, gradients.products)
    var best: [Double] = b.map { _ in 0 }
    for set in 0..<(1 << b.count) {
      let active = b.indices.filter { set >> $0 & 1 == 1 }
      guard let solved = solve(active.map { i in active.map { a[i][$0] } }, active.map { -b[$0] })
      else { continue }
      var v = b.map { _ in 0.0 }
      for (i, value) in zip(active, solved) { v[i] = value }
      if v.allSatisfy({ $0 >= 0 }) && gradients.dual(v) < gradients.dual(best) { best = v }
    }
    v = best
  }
}

/// The x of ax = b by elimination; `nil` when there is not exactly one.
private func solve(_ a: [[Double]], _ b: [Double]) -> [Double]? {
  var rows = zip(a, b).map { $0 + [$1] }
  for pivot in rows.indices {
    guard
      let best = rows.indices[pivot...].max(by: { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) }),
      abs(rows[best][pivot]) > 1e-12
    else { return nil }
    rows.swapAt(pivot, best)
    for row in rows.indices where row != pivot {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in rows[row].indices { rows[row][column] -= factor * rows[pivot][column] }
    }
  }
  return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
}
