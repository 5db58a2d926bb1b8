// What the measures of a weight's importance share.

extension Learner {
  /// A mean over samples, from its sums over so many of them at a time, [P].
  func mean(
    over data: Dataset, task: Int, portion: Int, _ sum: (Batch) -> Tensor
  ) -> Tensor {
    var total = Tensor.zeros(theta.shape)
    for batch in data.batches(of: portion, task: task) { total += sum(batch) }
    return total / Real(max(data.count, 1))
  }

  /// The scores of the active outputs of a batch's task: [n, active].
  func activeScores(_ batch: Batch, at theta: Variable, task: Int) -> Variable {
    network(Variable(batch.inputs), at: theta, task: known(task)).columns(active(known(task)))
  }
}
