// What the methods that decide while they learn decide by: samples of the task that they do not train on.

extension Experience {
  /// How many of its training samples make the share `share`; one at least.
  func held(back share: Double) -> Int {
    min(max(1, Int((share * Double(train.count)).rounded())), train.count - 1)
  }
}

extension Learner {
  /// The share of the samples of `data` that θ [P] gets right among the outputs of `task`.
  func accuracy(at theta: Tensor, on data: Dataset, task: Int) -> Double {
    let active = active(known(task))
    var right = 0
    for first in stride(from: 0, to: data.count, by: 500) {
      let batch = Batch(data, Array(first..<min(first + 500, data.count)), task: task)
      let scores = network(Variable(batch.inputs), at: Variable(theta), task: known(task)).value
      let best = scores.columns(active).argmaxOfRows
      right += zip(best, batch.labels).count { $0 + active.lowerBound == $1 }
    }
    return Double(right) / Double(max(data.count, 1))
  }

  /// The perceptron that a method is to widen.
  func perceptron(for method: String) -> MLP {
    guard let perceptron = network as? MLP else {
      misuse("\(method) widens the layers of a perceptron, not of a \(type(of: network))")
    }
    return perceptron
  }
}
