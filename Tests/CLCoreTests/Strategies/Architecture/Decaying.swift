import CLCore

/// Momentum with weight decay: it moves weights whose gradient is 0, by what it remembers and towards 0.
struct Decaying: Optimizer {
  var momentum = Momentum(rate: 0.05)
  let name = "momentum with weight decay"

  private enum CodingKeys: CodingKey { case momentum }

  mutating func step(_ theta: inout Tensor, _ gradient: Tensor) {
    momentum.step(&theta, gradient + 0.01 * theta)
  }

  mutating func reset() { momentum.reset() }

  mutating func carry(from old: Layout, to new: Layout) { momentum.carry(from: old, to: new) }
}

/// Optimisers that move a weight whose gradient is 0.
let restless: [any Optimizer] = [Adam(rate: 0.01), Momentum(rate: 0.05), Decaying()]

extension Run {
  /// The scores of the test images of a task, [n, outputs].
  func scores(of task: Int) -> Tensor {
    let test = stream[task].test
    let batch = Batch(test, Array(0..<test.count), task: task)
    return strategy.scores(batch.inputs, task: task, learner)
  }
}
