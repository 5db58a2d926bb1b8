import Theta

extension Tensor {
  /// How far this matrix [m, n] is at most from x yᵀ, worked out in double precision by a loop over the inner
  /// index: x [m, k], y [n, k]. It stands here because this module is optimised and the tests are not.
  package func largestDifference(fromProductOf x: Tensor, and y: Tensor) -> Double {
    let (m, n, k) = (shape[0], shape[1], x.shape[1])
    var worst = 0.0
    read { c in
      x.read { x in
        y.read { y in
          for i in 0..<m {
            for j in 0..<n {
              var sum = 0.0
              for l in 0..<k { sum += Double(x[i * k + l]) * Double(y[j * k + l]) }
              worst = max(worst, abs(Double(c[i * n + j]) - sum))
            }
          }
        }
      }
    }
    return worst
  }
}
