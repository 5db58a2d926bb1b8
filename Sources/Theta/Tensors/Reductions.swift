import CKernels

extension Tensor {
  /// The sum of all numbers.
  public var sum: Real {
    countPass(count, of: count)
    return read { x in flushing { ck_sum(x.baseAddress, x.count) } }
  }

  /// The mean of all numbers.
  public var mean: Real { sum / Real(count) }

  /// Σ aᵢ bᵢ over all numbers, for tensors of one shape.
  public func dot(_ b: Tensor) -> Real {
    require(shape == b.shape, "dot: shapes \(shape) and \(b.shape) differ")
    countPass(count, of: count)
    return withExtendedLifetime((self, b)) { flushing { ck_dot(start, b.start, count) } }
  }

  /// The Euclidean norm of all numbers.
  public var norm: Real { dot(self).squareRoot() }

  /// Σ aᵢ² over all numbers, in four times as many lanes as `dot` sums them, and so in another order.
  public var squaredLength: Real {
    countPass(count, of: count)
    return read { x in flushing { ck_squared_length(x.baseAddress, x.count) } }
  }

  /// Whether no number is NaN or infinite.
  public var isFinite: Bool { read { $0.allSatisfy(\.isFinite) } }

  /// The column of the largest number in each row; of equal ones the first.
  public var argmaxOfRows: [Int] {
    let (rows, columns) = shape.matrix
    return read { x in
      (0..<rows).map { row in
        var best = 0
        for column in 1..<max(columns, 1)
        where x[row * columns + column] > x[row * columns + best] { best = column }
        return best
      }
    }
  }

  /// The tensor stretched to `shape`: axes are aligned at the end, and axes of length 1 repeat.
  public func broadcast(to shape: Shape) -> Tensor {
    if shape == self.shape { return self }
    if let run = self.shape.run(stretchedTo: shape) { return repeating(run, shape) }
    let strides = self.shape.strides(stretchedTo: shape)
    let columns = shape.matrix.columns
    return withExtendedLifetime(storage) {
      Tensor(shape) { out in
        var row = out
        shape.forEachRow(strides) { place in
          if strides.last == 0 || columns == 1 {
            row.update(repeating: start[place], count: columns)
          } else {
            row.update(from: start + place, count: columns)
          }
          row += columns
        }
      }
    }
  }

  /// `broadcast` along axes that follow each other.
  private func repeating(_ run: StretchedRun, _ shape: Shape) -> Tensor {
    withExtendedLifetime(storage) {
      Tensor(shape) { out in
        var place = out
        for block in 0..<run.blocks {
          let row = start + block * run.columns
          if run.columns == 1 {
            place.update(repeating: row.pointee, count: run.rows)
            place += run.rows
          } else {
            for _ in 0..<run.rows {
              place.update(from: row, count: run.columns)
              place += run.columns
            }
          }
        }
      }
    }
  }

  /// `summed` along axes that follow each other.
  private func summed(over run: StretchedRun, to shape: Shape) -> Tensor {
    withExtendedLifetime(storage) {
      Tensor(shape) { out in
        for block in 0..<run.blocks {
          let rows = start + block * run.rows * run.columns
          if run.columns == 1 {
            out[block] = ck_sum(rows, run.rows)
          } else {
            ck_sum_rows(rows, out + block * run.columns, run.rows, run.columns)
          }
        }
      }
    }
  }

  /// The sums over the axes along which a tensor of `shape` would be stretched to this one's
  /// shape: the transpose of `broadcast`, and so its derivative.
  public func summed(to shape: Shape) -> Tensor {
    if shape == self.shape { return self }
    if let run = shape.run(stretchedTo: self.shape) { return summed(over: run, to: shape) }
    let columns = self.shape.matrix.columns
    let strides = shape.strides(stretchedTo: self.shape)
    return withExtendedLifetime(storage) {
      Tensor(shape) { out in
        out.update(repeating: 0, count: shape.count)
        var source = start
        self.shape.forEachRow(strides) { place in
          if strides.last == 0 || columns == 1 {
            out[place] += ck_sum(source, columns)
          } else {
            ck_add(out + place, source, out + place, columns)
          }
          source += columns
        }
      }
    }
  }
}

extension Shape {
  /// How far to move in a tensor of this shape for a step along each axis of `larger`, to which it
  /// is stretched; 0 where it repeats.
  fileprivate func strides(stretchedTo larger: Shape) -> [Int] {
    require(Shape.broadcast(self, larger) == larger, "\(self) cannot be stretched to \(larger)")
    var strides = [Int](repeating: 0, count: larger.rank)
    var stride = 1
    for axis in axes.indices.reversed() {
      if axes[axis] > 1 { strides[axis + larger.rank - rank] = stride }
      stride *= axes[axis]
    }
    return strides
  }

  /// Calls `body` for each row of this shape in order, with the row's place in a tensor that moves
  /// by `strides`.
  fileprivate func forEachRow(_ strides: [Int], _ body: (Int) -> Void) {
    let outer = max(rank - 1, 0)
    var index = [Int](repeating: 0, count: outer)
    var place = 0
    for _ in 0..<matrix.rows {
      body(place)
      for axis in (0..<outer).reversed() {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < axes[axis] { break }
        place -= strides[axis] * index[axis]
        index[axis] = 0
      }
    }
  }
}
