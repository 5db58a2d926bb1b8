// Operations that move numbers or add them up. They come in pairs, each the other's transpose and so
// the other's derivative: stretch and sum, part and lay.

extension Variable {
  /// The sum of all numbers, shape `[]`.
  public var sum: Variable { summed(to: []) }

  /// The mean of all numbers, shape `[]`.
  public var mean: Variable { sum / Real(value.count) }

  /// The sums over the axes along which a tensor of `shape` would be stretched to this one's shape.
  public func summed(to shape: Shape) -> Variable {
    if shape == self.shape { return self }
    return .record(value.summed(to: shape), (self, { g, at in g.broadcast(to: at[0].shape) }))
  }

  /// The tensor stretched to `shape`: axes are aligned at the end, and axes of length 1 repeat.
  public func broadcast(to shape: Shape) -> Variable {
    if shape == self.shape { return self }
    return .record(value.broadcast(to: shape), (self, { g, at in g.summed(to: at[0].shape) }))
  }

  /// The same numbers under another shape of the same count.
  public func reshaped(_ shape: Shape) -> Variable {
    .record(value.reshaped(shape), (self, { g, at in g.reshaped(at[0].shape) }))
  }

  /// The numbers from `first` on, as a tensor of `shape`.
  public func part(from first: Int, _ shape: Shape) -> Variable {
    let part = value.part(from: first, shape)
    if node == nil { return Variable(part) }
    let place = Slot(offset: first, shape: shape)
    return .record(part, [Edge(operand: self, pullback: .part(place))])
  }

  /// Rows `range` of a matrix [n, m].
  public func rows(_ range: Range<Int>) -> Variable {
    let columns = shape.matrix.columns
    require(
      range.lowerBound >= 0 && range.upperBound <= shape.matrix.rows,
      "rows \(range) are outside a tensor of shape \(shape)")
    return part(from: range.lowerBound * columns, [range.count, columns])
  }

  /// A tensor of `shape` with each share added from its place on, and zeros elsewhere.
  static func laid(_ parts: [(place: Slot, share: Variable)], _ shape: Shape) -> Variable {
    let value = Tensor.laid(parts, shape, place: \.place) { $0.share.value.copy(to: $1) }
    return record(
      value,
      parts.map { place, share in
        Edge(operand: share, pullback: .map { g, _ in g[place] })
      })
  }

  /// A matrix [n, columns] with `columns` of this one [n, m], in the order given by the range.
  public func columns(_ range: Range<Int>) -> Variable {
    .record(
      value.columns(range), (self, { g, at in g.padded(range, width: at[0].shape[-1]) }))
  }

  /// A matrix [n, width] with this one in the columns of `range` and zeros elsewhere.
  public func padded(_ range: Range<Int>, width: Int) -> Variable {
    .record(value.padded(range, width: width), (self, { g, _ in g.columns(range) }))
  }
}

extension Tensor {
  /// A tensor of `shape` with each part written to its place, added where parts overlap, and zeros
  /// elsewhere.
  package static func laid<Part>(
    _ parts: [Part], _ shape: Shape, place: (Part) -> Slot,
    write: (Part, UnsafeMutablePointer<Real>) -> Void
  ) -> Tensor {
    let places = parts.map { place($0).range }
    return Tensor(shape) { out in
      var written = 0
      for i in parts.indices.sorted(by: { places[$0].lowerBound < places[$1].lowerBound }) {
        let (first, end) = (places[i].lowerBound, places[i].upperBound)
        if first >= written {
          (out + written).update(repeating: 0, count: first - written)
          write(parts[i], out + first)
        } else {
          if end > written { (out + written).update(repeating: 0, count: end - written) }
          let share = Tensor([end - first]) { write(parts[i], $0) }
          share.read { for k in first..<end { out[k] += $0[k - first] } }
        }
        written = max(written, end)
      }
      (out + written).update(repeating: 0, count: shape.count - written)
    }
  }

  package func copy(to place: UnsafeMutablePointer<Real>) {
    withExtendedLifetime(storage) { place.update(from: start, count: count) }
  }

  /// Columns `range` of a matrix [n, m].
  public func columns(_ range: Range<Int>) -> Tensor {
    let (rows, width) = shape.matrix
    require(
      range.lowerBound >= 0 && range.upperBound <= width,
      "columns \(range) are outside a tensor of shape \(shape)")
    return withExtendedLifetime(storage) {
      Tensor(shape.replacing(-1, by: range.count)) { out in
        for i in 0..<rows {
          (out + i * range.count).update(
            from: start + i * width + range.lowerBound, count: range.count)
        }
      }
    }
  }

  /// This matrix in columns `range` of one with `width` columns, zeros elsewhere.
  public func padded(_ range: Range<Int>, width: Int) -> Tensor {
    let (rows, columns) = shape.matrix
    require(
      columns == range.count && range.lowerBound >= 0 && range.upperBound <= width,
      "a tensor of shape \(shape) does not fill columns \(range) of \(width)")
    return withExtendedLifetime(storage) {
      Tensor(shape.replacing(-1, by: width)) { out in
        out.update(repeating: 0, count: rows * width)
        for i in 0..<rows {
          (out + i * width + range.lowerBound).update(from: start + i * columns, count: columns)
        }
      }
    }
  }
}

extension Variable {
  /// The weight in this slot of θ.
  public subscript(slot: Slot) -> Variable { part(from: slot.offset, slot.shape) }
}
