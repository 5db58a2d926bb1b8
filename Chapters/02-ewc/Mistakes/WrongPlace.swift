import CLCore

/// The penalty is added to the network's outputs, and these are given to the cross-entropy.
struct PenaltyOnOutputs: Strategy {
  private(set) var wells: Wells
  var name: String { "on the outputs" }

  init(wells: Wells) { self.wells = wells }

  func loss(
    _ batch: Batch, at theta: Variable, _ task: Experience,
    _ learner: Learner, _ context: inout Context
  ) -> Variable {
    var outputs = learner.scores(batch, at: theta, &context)
    if let well = wells.sum {
      let away = theta - Variable(well.centre)
      outputs = outputs + 0.5 * (Variable(well.weight) * away.squared).sum
    }
    return outputs.crossEntropy(batch.labels, over: learner.active(batch))
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    wells.add(wells.fisher(of: task, learner), about: learner.theta)
  }
}

/// The well of the last task takes the place of those before.
struct OnlyTheLastTask: Mistake {
  var wells: Wells
  var name: String { "last task only" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    wells.replace(
      with: wells.fisher(of: task, learner), about: learner.theta)
  }
}
