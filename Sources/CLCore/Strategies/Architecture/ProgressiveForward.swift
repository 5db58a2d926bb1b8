extension ProgressiveNetwork {
  /// Every hidden layer of the columns up to `last`: [column][layer], each [n, width].
  ///
  /// `see` is called with each one as it is made, its column and its layer, and what it returns takes the
  /// layer's place: to ask what a change of it would do.
  func layers(
    _ x: Variable, at theta: Variable, upTo last: Int,
    _ see: (Variable, _ column: Int, _ layer: Int) -> Variable = { layer, _, _ in layer }
  ) -> [[Variable]] {
    var found: [[Variable]] = []
    for (k, column) in columns.prefix(last + 1).enumerated() {
      let theta = k == last ? theta : theta.detached
      var own: [Variable] = []
      for (i, layer) in column.hidden.enumerated() {
        var sum = layer(own.last ?? x, at: theta)
        if i > 0, let lateral = self.lateral(into: i, of: column, found, at: theta) {
          sum = sum + lateral
        }
        own.append(see(activation(sum), k, i))
      }
      found.append(own)
    }
    return found
  }

  /// The scores of column `k`, given all hidden layers up to it: [n, outputs].
  func scores(_ layers: [[Variable]], _ x: Variable, at theta: Variable, of k: Int) -> Variable {
    let column = columns[k]
    var scores = column.head(layers[k].last ?? x, at: theta)
    let earlier = Array(layers.prefix(k))
    if let lateral = lateral(into: column.hidden.count, of: column, earlier, at: theta) {
      scores = scores + lateral
    }
    return column.outputs.count == outputs ? scores : scores.padded(column.outputs, width: outputs)
  }

  /// What layer `i` of a column (the head after the last) takes from the columns before it: [n, width].
  private func lateral(
    into i: Int, of column: Column, _ earlier: [[Variable]], at theta: Variable
  ) -> Variable? {
    guard i > 0, i <= column.laterals.count else { return nil }
    let lateral = column.laterals[i - 1]
    let width = column.hidden[i - 1].bias.shape.count
    var features: Variable?
    for (j, layers) in earlier.enumerated() {
      let scaled = layers[i - 1] * theta.part(from: lateral.scales.offset + j, [])
      let placed = scaled.padded(j * width..<(j + 1) * width, width: earlier.count * width)
      features = features.map { $0 + placed } ?? placed
    }
    return features.map {
      .product(activation(lateral.adapter($0, at: theta)), theta[lateral.weight])
    }
  }
}
