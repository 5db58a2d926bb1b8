import CLCore

/// The Fisher information is taken when a new task arrives, over the new task's data.
struct FisherOfNewData: Mistake {
  var wells: Wells
  var name: String { "of the new data" }

  mutating func willLearn(_ task: Experience, _ learner: inout Learner) {
    guard task.index > 0 else { return }
    wells.add(wells.fisher(of: task, learner), about: learner.theta)
  }
}

/// The Fisher information is taken after `step` steps of a task; θ* is where the task ends.
struct FisherInMidTraining: Mistake {
  var wells: Wells
  let step: Int
  private var stepsMade = 0
  private var early: Tensor?
  var name: String { "in mid-training" }

  init(wells: Wells, step: Int) {
    self.wells = wells
    self.step = step
  }

  mutating func didStep(_ batch: Batch, _ task: Experience, _ learner: inout Learner) {
    stepsMade += 1
    if stepsMade == step { early = wells.fisher(of: task, learner) }
  }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    if let early { wells.add(early, about: learner.theta) }
    (stepsMade, early) = (0, nil)
  }
}

/// The more important a weight, the smaller its number: those of F dealt out in the opposite order.
struct Backwards: Mistake {
  var wells: Wells
  var name: String { "backwards" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    wells.add(
      wells.fisher(of: task, learner).inOppositeOrder,
      about: learner.theta)
  }
}

extension Tensor {
  /// Its positive numbers dealt out again, the largest where the smallest was; zeros stay.
  var inOppositeOrder: Tensor {
    let numbers = values
    let order = numbers.indices.filter { numbers[$0] > 0 }
      .sorted { numbers[$0] < numbers[$1] }
    var result = numbers
    for (place, source) in zip(order, order.reversed()) { result[place] = numbers[source] }
    return Tensor(result, shape)
  }
}

/// log p(x|θ) where log p(y|x, θ) is meant.
///
/// A classifier gives no p(x|θ). One can be read into its scores (Grathwohl et al. 2020, equation 6):
/// log p(x|θ) = log Σ_y exp f_y(x; θ) − log Z(θ), where Z is a sum over all images there could be. It is
/// left out here, as nobody can compute it.
struct FisherOfInputs: Mistake {
  var wells: Wells
  var name: String { "p(x) for p(y|x)" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    let batch = Batch(task, Array(0..<wells.samples))
    let known = learner.known(task.index)
    let sum = sumOverSamples(of: .squares, at: learner.theta) {
      learner.network(Variable(batch.inputs), at: $0, task: known)
        .logSumExp(over: learner.active(batch)).sum
    }
    wells.add(sum / Real(batch.count), about: learner.theta)
  }
}
