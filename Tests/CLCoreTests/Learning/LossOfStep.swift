import CLCore

extension Strategy {
  /// The loss that a step on `batch` would have by `learner`, which stays as it is.
  func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: Learner
  ) -> Variable {
    var context = Context(training: learner.known(task.index), learner.random)
    return loss(batch, at: theta, task, learner, &context)
  }

  /// The same, once the method has changed the batch as it does before a step.
  mutating func lossOfStep(
    _ batch: Batch, at theta: Variable, _ task: Experience, _ learner: inout Learner
  ) -> Variable {
    var batch = batch
    willStep(&batch, task, &learner)
    return loss(batch, at: theta, task, learner)
  }
}
