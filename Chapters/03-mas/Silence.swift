import CLCore

/// Units that a task's images leave at 0.
extension MLP {
  /// For each hidden layer the units that no input [n, size] makes fire at θ.
  func silent(for x: Tensor, at theta: Tensor) -> [[Int]] {
    var h = Variable(x)
    return hidden.map { layer in
      h = activation(layer(h, at: Variable(theta)))
      let fired = h.value.summed(to: [layer.weight.shape[1]])
      return (0..<fired.count).filter { fired[$0] == 0 }
    }
  }

  /// θ with these units made mute: the weights that lead out of them are 0.
  func muting(_ units: [[Int]], in theta: Tensor) -> Tensor {
    var muted = theta
    for (layer, units) in zip(hidden.dropFirst() + [head], units) {
      let width = layer.weight.shape[1]
      muted.write { numbers in
        for unit in units {
          let first = layer.weight.offset + unit * width
          for i in first..<first + width { numbers[i] = 0 }
        }
      }
    }
    return muted
  }
}

/// A run in which the units that were silent on the first task are remembered.
struct Silence: Codable {
  /// The units that were silent on the first task's training images when it had been learnt.
  private(set) var units: [[Int]] = []
  /// Accuracy on the first task after each task, as the network is and with those units mute.
  private(set) var accuracy: [Double] = []
  private(set) var muted: [Double] = []

  /// Looks at a run that has just learnt a task; looks at nothing when the network is no perceptron.
  mutating func look(_ run: Run) {
    guard let network = run.learner.network as? MLP else { return }
    let task = run.stream[0]
    if units.isEmpty {
      let images = Batch(task.train, Array(0..<task.train.count), task: task.index)
      units = network.silent(for: images.inputs, at: run.learner.theta)
    }
    accuracy.append(run.accuracy(on: task))
    var mute = run
    mute.learner.theta = network.muting(units, in: run.learner.theta)
    muted.append(mute.accuracy(on: task))
  }
}
