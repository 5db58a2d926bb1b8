import CKernels

extension Tensor {
  /// Each row's softmax over the columns `active`, zero elsewhere.
  public func softmax(over active: Columns = .all) -> Tensor {
    let (_, columns) = shape.matrix
    return withExtendedLifetime(storage) {
      Tensor(shape) { out in
        active.forEachBlock(of: shape) { row, rows, range in
          ck_softmax(
            start + row * columns, out + row * columns, rows, columns, range.lowerBound,
            range.upperBound)
        }
      }
    }
  }

  /// log Σ exp over the columns `active` of each row: [n, 1] for [n, m].
  func logSumExp(over active: Columns) -> Tensor {
    let columns = shape.matrix.columns
    return withExtendedLifetime(storage) {
      Tensor(shape.oneColumn) { out in
        active.forEachBlock(of: shape) { row, rows, range in
          ck_log_sum_exp(
            start + row * columns, out + row, rows, columns, range.lowerBound, range.upperBound)
        }
      }
    }
  }

  /// One row a label: 1 in the label's column, 0 elsewhere. [n, columns]
  public static func oneHot(_ labels: [Int], columns: Int) -> Tensor {
    require(
      labels.allSatisfy { (0..<columns).contains($0) },
      "a label is outside the \(columns) outputs: \(labels.filter { !(0..<columns).contains($0) })")
    return Tensor([labels.count, columns]) { out in
      out.update(repeating: 0, count: labels.count * columns)
      for (row, label) in labels.enumerated() { out[row * columns + label] = 1 }
    }
  }
}

extension Shape {
  /// This shape with a last axis of length 1: one number a row.
  fileprivate var oneColumn: Shape { replacing(-1, by: 1) }
}

extension Variable {
  /// Each row's softmax over the columns `active` (all of them by default), zero elsewhere: [n, m].
  public func softmax(over active: Columns = .all) -> Variable {
    .record(
      value.softmax(over: active),
      (
        self,
        { g, at in
          let p = at.result
          return p * (g - (g * p).summed(to: g.shape.oneColumn))
        }
      ))
  }

  /// log Σ exp over the columns `active` of each row: [n, 1] for [n, m].
  public func logSumExp(over active: Columns = .all) -> Variable {
    .record(
      value.logSumExp(over: active), (self, { g, at in g * at[0].softmax(over: active) }))
  }

  /// The cross-entropy −log p(label) of a softmax over the outputs `active`, averaged over the
  /// batch, shape `[]`.
  ///
  /// `self` holds scores (logits) [n, classes]; outputs outside `active` take no part and get no
  /// gradient.
  public func crossEntropy(_ labels: [Int], over active: Columns = .all) -> Variable {
    let (rows, columns) = shape.matrix
    require(labels.count == rows, "\(labels.count) labels for scores of shape \(shape)")
    active.forEachBlock(of: shape) { row, rows, range in
      require(
        labels[row..<row + rows].allSatisfy(range.contains),
        "a label is outside the active outputs \(range)")
    }
    let normaliser = value.logSumExp(over: active)
    var loss = 0.0
    value.read { scores in
      for (row, label) in labels.enumerated() {
        loss += Double(normaliser[row] - scores[row * columns + label])
      }
    }
    return .record(
      Tensor(Real(loss / Double(rows))),
      (
        self,
        { g, at in at[0].softmax(over: active).minusOne(at: labels) * (g / Real(rows)) }
      ))
  }

  /// This matrix [n, m] less 1 in each row's column: less the one-hot truth, which is never made.
  private func minusOne(at columns: [Int]) -> Variable {
    var result = value
    let width = shape.matrix.columns
    result.write { for (row, column) in columns.enumerated() { $0[row * width + column] -= 1 } }
    return .record(result, (self, { g, _ in g }))
  }

  /// The mean over all numbers of (self − target)², shape `[]`.
  ///
  /// Both have one shape: a target [n] stretched against predictions [n, 1] would be [n, n].
  public func meanSquaredError(_ target: Variable) -> Variable {
    require(
      shape == target.shape, "mean squared error: shapes \(shape) and \(target.shape) differ")
    return (self - target).squared.mean
  }

  /// The binary cross-entropy of sigmoid(self) against `target` in [0, 1], averaged over all
  /// numbers, shape `[]`. Computed from the scores s, so that it neither overflows nor takes log 0:
  /// max(s, 0) − s·t + log(1 + e^−|s|), whose derivative is sigmoid(s) − t.
  public func binaryCrossEntropy(_ target: Variable) -> Variable {
    require(
      shape == target.shape,
      "binary cross-entropy: shapes \(shape) and \(target.shape) differ")
    let s = value
    let losses =
      s.relu - s * target.value + ((-s.magnitude).exponential + 1).logarithm
    let share = 1 / Real(value.count)
    return .record(
      Tensor(losses.mean),
      (self, { g, at in (at[0].sigmoid - at[1]) * (g * share) }),
      (target, { g, at in -at[0] * (g * share) }))
  }
}
