extension MLP {
  /// The distance of what enters each unit (see `Tensor[entering:]`) from what entered it in an earlier,
  /// perhaps narrower network at `earlier` [P]: ρ of Yoon et al. (2018), for the units of that network,
  /// [layer][unit].
  public func drift(_ theta: Tensor, from earlier: Tensor, _ network: MLP) -> [[Double]] {
    zip(hidden, network.hidden).map { layer, then in
      let rows = then.weight.shape[0]
      return (0..<then.bias.shape.count).map { unit in
        let now = theta[entering: unit, layer, rows: rows]
        return Double((now - earlier[entering: unit, then]).norm)
      }
    }
  }

  /// Splits the units `split[l]` of each hidden layer l: what entered the unit before the task, at `earlier` [P]
  /// of `network`, is put back, with nothing from units that are newer than that; a copy at the end of the layer
  /// has what enters it now. What belongs to the new task alone (copies, units that it has added, its
  /// `outputs`) listens to the copy in place of the original; units that earlier tasks share go on listening to
  /// the original alone.
  func splitting(
    _ split: [[Int]], at theta: Tensor, from earlier: Tensor, _ network: MLP,
    for outputs: Range<Int>
  ) -> (network: MLP, theta: Tensor) {
    let units = zip(widths, split).map { Array(0..<$0) + $1 }
    var (larger, result) = selecting(units, of: theta)
    for (l, layer) in (larger.hidden + [larger.head]).enumerated() {
      let width = layer.bias.shape.count
      let isHead = l == hidden.count
      /// Which units of this layer earlier tasks share.
      let shared = isHead ? 0..<0 : 0..<network.widths[l]
      let restored = isHead ? [] : split[l]
      result.write { theta in
        func place(_ row: Int, _ column: Int) -> Int { layer.weight.offset + row * width + column }
        for column in isHead ? outputs : 0..<width {
          for (copy, original) in l == 0 ? [] : Array(split[l - 1].enumerated()) {
            theta[place(shared.contains(column) ? widths[l - 1] + copy : original, column)] = 0
          }
        }
        guard !isHead else { return }
        let then = network.hidden[l]
        let before = then.bias.shape.count
        for column in restored {
          theta[layer.bias.offset + column] = earlier[then.bias.offset + column]
          for row in 0..<layer.weight.shape[0] {
            theta[place(row, column)] =
              row < then.weight.shape[0]
              ? earlier[then.weight.offset + row * before + column] : 0
          }
        }
      }
    }
    return (larger, result)
  }
}
