extension Learner {
  /// Which column feeds which layer: the average Fisher sensitivity of Rusu et al. (2016, section 3 and
  /// appendix), for a task that has a column. Row i is hidden layer i, column j the share of column j in it:
  ///
  ///     F̂ᵢ⁽ʲ⁾(m) = E[ (∂ log p(y|x) / ∂ĥᵢ⁽ʲ⁾(m))² ],   AFS(i, j) = Σ_m F̂ᵢ⁽ʲ⁾(m) / Σ_j' Σ_m F̂ᵢ⁽ʲ'⁾(m)
  ///
  /// where ĥ is a hidden unit m divided by its standard deviation over the samples, and the mean is over x
  /// and over y drawn from the network's own p(y|x), here summed over all labels exactly. A change of a
  /// layer counts by all the ways that it takes to the task's scores, laterals and its own column alike.
  ///
  /// Unlike the paper, which takes the share of each feature m among the features m of all columns and adds the
  /// shares up, this is the share of the sums: unit m of one column has nothing to do with unit m of another.
  ///
  /// Memory: all hidden layers for `samples` samples. Time: one forward pass, and one back for each class.
  ///
  /// - Parameter samples: how many of the task's training samples are asked, drawn as in
  ///   ``samples(of:_:)``.
  /// - Returns: [layers][columns up to the task's]; every row sums to 1 unless nothing in it matters.
  public func columnSensitivity(of task: Experience, samples: Int = 500) -> [[Double]] {
    let network = progressive
    require(
      network.columns.indices.contains(task.index), "task \(task.index) has no column yet")
    let asked = self.samples(of: task, samples)
    let batch = Batch(asked, Array(0..<asked.count), task: task.index)
    let probe = SensitivityProbe(network, theta, batch, column: task.index)
    let active = active(task.index)
    var information = Tensor.zeros([probe.count])
    for label in active { information += probe.information(of: label, among: active) }
    return probe.shares(information)
  }
}

/// Hidden layers of all columns up to one, laid out one after another, layer by layer.
private struct SensitivityProbe {
  let network: ProgressiveNetwork
  let theta: Tensor
  let batch: Batch
  let column: Int

  init(_ network: ProgressiveNetwork, _ theta: Tensor, _ batch: Batch, column: Int) {
    (self.network, self.theta, self.batch, self.column) = (network, theta, batch, column)
  }

  private var widths: [Int] { network.columns[0].hidden.map(\.bias.shape.count) }

  /// The numbers in all these layers, for all samples.
  var count: Int { (column + 1) * widths.reduce(0, +) * batch.count }

  /// Where layer `i` of column `j` lies: [n, width].
  private func slot(_ j: Int, _ i: Int) -> Slot {
    let before = (column + 1) * widths.prefix(i).reduce(0, +) + j * widths[i]
    return Slot(offset: before * batch.count, shape: [batch.count, widths[i]])
  }

  /// For every number of every layer, p(label|x) (∂ log p(label|x) / ∂h)²: [count].
  func information(of label: Int, among active: Range<Int>) -> Tensor {
    var likelihood = Tensor.zeros([batch.count, 1])
    // Each sample's own slope: rows do not meet, so that one sweep of their sum gives them all.
    let slope = gradient(at: .zeros([count])) { change in
      let x = Variable(batch.inputs)
      let at = Variable(theta)
      let layers = network.layers(x, at: at, upTo: column) { h, j, i in h + change[slot(j, i)] }
      let scores = network.scores(layers, x, at: at, of: column)
      likelihood = scores.value.softmax(over: .range(active)).columns(label..<label + 1)
      return (scores.columns(label..<label + 1) - scores.logSumExp(over: .range(active))).sum
    }
    var result = slope.squared
    result.write { numbers in
      for (j, i) in places {
        let slot = slot(j, i)
        for n in slot.range {
          numbers[n] *= likelihood[(n - slot.offset) / widths[i]]
        }
      }
    }
    return result
  }

  private var places: [(Int, Int)] {
    (0...column).flatMap { j in widths.indices.map { (j, $0) } }
  }

  /// The share of each column in each layer.
  func shares(_ information: Tensor) -> [[Double]] {
    let layers = network.layers(Variable(batch.inputs), at: Variable(theta), upTo: column)
    return widths.indices.map { i in
      let columns = (0...column).map { j -> Double in
        // Σ_m σ_m² Σ_n (∂/∂h)²: dividing a unit by its deviation multiplies its slope by it.
        let sums = information[slot(j, i)].summed(to: [widths[i]])
        return Double(sums.dot(layers[j][i].value.varianceOfColumns))
      }
      let total = columns.reduce(0, +)
      return columns.map { total > 0 ? $0 / total : 0 }
    }
  }
}

extension Tensor {
  /// The variance of each column of a matrix [n, m], over its n rows: [m].
  fileprivate var varianceOfColumns: Tensor {
    let rows = Real(shape[0])
    let mean = summed(to: [shape[1]]) / rows
    return (self - mean.broadcast(to: shape)).squared.summed(to: [shape[1]]) / rows
  }
}
