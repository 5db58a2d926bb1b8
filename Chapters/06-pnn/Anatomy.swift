import CLCore

extension ProgressiveNetwork {
  /// This network after so many tasks of two classes each: counted, not trained.
  static func planned(_ first: MLP, tasks: Int) -> ProgressiveNetwork {
    (1..<max(tasks, 1)).reduce(ProgressiveNetwork(first)) { network, task in
      network.addingColumn(outputs: 0..<2)
    }
  }

  /// How many weights there are after each task, [tasks].
  var kept: [Int] {
    var sum = 0
    return columns.map { column in
      sum += column.own + column.lateral
      return sum
    }
  }
}

extension ProgressiveNetwork.Column {
  /// The number of weights of its own layers.
  var own: Int { (hidden + [head]).reduce(0) { $0 + $1.count } }

  /// The number of weights through which it takes from the columns before it.
  var lateral: Int {
    laterals.reduce(0) { $0 + $1.scales.shape.count + $1.adapter.count + $1.weight.shape.count }
  }
}

extension Linear {
  /// The number of its weights and biases.
  fileprivate var count: Int { weight.shape.count + bias.shape.count }
}

extension Learner {
  /// This learner of columns with everything cut off that layer `layer` of column `j` gives to the column
  /// of `task`: α is 0 there.
  func cutting(layer: Int, of j: Int, from task: Int) -> Learner {
    guard let network = network as? ProgressiveNetwork else { return self }
    var cut = self
    let scales = network.columns[task].laterals[layer].scales
    cut.theta.write { $0[scales.offset + j] = 0 }
    return cut
  }

  /// What each layer of each earlier column is worth to the column of `task`: the accuracy that is lost
  /// when it is cut off, [layers][earlier columns].
  func losses(of task: Experience) -> [[Double]] {
    guard let network = network as? ProgressiveNetwork else { return [] }
    let whole = accuracy(on: task)
    return network.columns[task.index].laterals.indices.map { layer in
      (0..<task.index).map { j in
        whole - cutting(layer: layer, of: j, from: task.index).accuracy(on: task)
      }
    }
  }
}

extension CPG.Learnt {
  /// The share of the weights in use below the head that were picked from earlier tasks.
  var sharePicked: Double {
    let weights = zip(used.tensor.values, network.layout.isBelowHead).count { $0 > 0 && $1 }
    return Double(picked) / Double(max(weights, 1))
  }
}

extension Layout {
  /// Whether each number belongs to a matrix below the head, [P].
  var isBelowHead: [Bool] {
    entries.flatMap { entry in
      let isBelow = entry.role == .body && entry.slot.shape.rank == 2
      return [Bool](repeating: isBelow, count: entry.slot.shape.count)
    }
  }
}
