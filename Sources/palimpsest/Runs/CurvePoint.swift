import CLCore

/// What was measured after a step of a run.
package struct CurvePoint: Sendable, Codable, Equatable {
  /// The task under way, from 0.
  package let task: Int
  /// Steps made in all.
  package let step: Int
  /// The loss of the step's batch.
  package let loss: Double
  /// The accuracies on the tasks met so far, that under way last.
  package let accuracies: [Double]

  package init(task: Int, step: Int, loss: Double, accuracies: [Double]) {
    self.task = task
    self.step = step
    self.loss = loss
    self.accuracies = accuracies
  }
}
