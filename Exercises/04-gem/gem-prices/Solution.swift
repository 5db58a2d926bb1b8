import Exercise
import Theta

/// The prices v ≥ 0 that minimise ½ vᵀA v + bᵀv, by coordinate descent.
///
/// - Parameters:
///   - a: A = GGᵀ, the products of the old gradients, [k, k]. No gradient is zero.
///   - b: b = Gg, their products with the new one, [k].
/// - Returns: v, [k].
func prices(a: Tensor, b: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  var v = [Real](repeating: 0, count: b.count)
  for _ in 0..<500 {
    for i in v.indices {
      var slope = b[i]
      for j in v.indices { slope += a[i, j] * v[j] }
      v[i] = max(0, v[i] - slope / a[i, i])
    }
  }
  return Tensor(v)
  // END SOLUTION
}
