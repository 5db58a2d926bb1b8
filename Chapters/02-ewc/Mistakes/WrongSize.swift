import CLCore

/// The penalty λ Σᵢ Fᵢ (θᵢ − θ*ᵢ)²: the ½ of the formula is not in the code.
struct MissingHalf: Mistake {
  var wells: Wells
  var name: String { "missing ½" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    // A well is ½ Σ a (θ − c)², so without the ½ a is 2λF.
    wells.add(2 * wells.fisher(of: task, learner), about: learner.theta)
  }
}

/// The gradients of batch after batch pile up, because nothing sets them to zero; their squares are added
/// up, and the sum is not divided by anything.
struct NeverZeroed: Mistake {
  var wells: Wells
  let batchSize: Int
  var name: String { "never zeroed" }

  mutating func didLearn(_ task: Experience, _ learner: inout Learner) {
    var gradient = Tensor.zeros(learner.theta.shape)
    var f = Tensor.zeros(learner.theta.shape)
    for batch in task.train.prefix(wells.samples).batches(of: batchSize, task: task.index) {
      gradient += learner.gradient(batch)
      f += gradient.squared
    }
    wells.add(f, about: learner.theta)
  }
}
