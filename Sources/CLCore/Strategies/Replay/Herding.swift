extension Tensor {
  /// So many rows of this matrix [n, d] in herding order (Welling 2009; iCaRL's algorithm 4): each pick is
  /// the row that brings the mean of those picked closest to the mean µ of all,
  ///
  ///     pₖ = argminₓ ‖µ − 1/k (x + Σ_{j<k} pⱼ)‖ = argmaxₓ x·(kµ − Σ_{j<k} pⱼ) − ½ ‖x‖²
  ///
  /// so that every prefix is a good choice of its size. No row is picked twice; of equals the first.
  ///
  /// Memory: four numbers a row. Time: one product of the matrix with a vector a pick.
  public func herded(_ count: Int) -> [Int] {
    let (n, d) = shape.matrix
    if n == 0 { return [] }
    let mean = (summed(to: [1, d]) / Real(n)).reshaped([d, 1])
    let towards = Tensor.product(self, mean)
    // x·Σ pⱼ + ½ ‖x‖², infinite for a row that has been picked.
    var against = 0.5 * squared.summed(to: [n, 1])
    return (1...n).prefix(count).map { k in
      let pick = (Real(k) * towards - against).reshaped([1, n]).argmaxOfRows[0]
      against += Tensor.product(self, rows(pick..<pick + 1).reshaped([d, 1]))
      against[pick] = .infinity
      return pick
    }
  }

  /// Each row of this matrix [n, d] divided by its length; a row of zeros stays.
  public var normalizedRows: Tensor {
    let lengths = squared.summed(to: [shape.matrix.rows, 1]).squareRoot
    return self / (lengths + .leastNormalMagnitude)
  }
}

extension Learner {
  /// What the last layer sees of the samples at `positions` of a data set, [positions.count, features].
  public func features(of data: Dataset, at positions: [Int]) -> Tensor {
    if positions.isEmpty { return .zeros([0, 0]) }
    // A thousand at a time, so that the hidden layers' numbers need no more room than that.
    let batches = data.subset(positions).batches(of: 1000, task: 0)
    return .concatenated(batches.map { features($0.inputs) })
  }

  /// What the last layer sees of inputs [n, size] → [n, features].
  public func features(_ x: Tensor) -> Tensor {
    network.features(Variable(x), at: Variable(theta), task: nil).value
  }
}
