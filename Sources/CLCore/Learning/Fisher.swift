/// Which label the log-likelihood of a diagonal Fisher information is taken of.
public enum Fisher: String, Sendable, Codable, CaseIterable {
  /// All labels, weighted by the network's own probabilities: the expectation that defines the
  /// Fisher information, Fᵢ = 1/N Σₙ Σ_c p(c|xₙ) (∂ log p(c|xₙ) / ∂θᵢ)².
  case exact
  /// The data's own label: the empirical Fisher, Fᵢ = 1/N Σₙ (∂ log p(yₙ|xₙ) / ∂θᵢ)². Cheaper, and
  /// another quantity: it vanishes where the training data are fitted perfectly (Kunstner, Hennig
  /// and Balles, 2019).
  case empirical
}

extension Learner {
  /// The diagonal of the Fisher information at θ over the samples of `data`, [P]: a mean over
  /// samples of the squared derivatives of each sample's own log-likelihood.
  ///
  /// The probabilities are those of the outputs active in task `task`; weights that lead to other
  /// outputs alone get 0. There is no loop over samples: one sweep backwards, or for `exact` one for
  /// each active output, after a single forward pass. Memory: the activations of 1000 samples.
  public func fisher(_ kind: Fisher, of data: Dataset, task: Int) -> Tensor {
    require(data.count > 0, "a Fisher information needs at least one sample")
    let chunk = 1000
    var sum = Tensor.zeros(theta.shape)
    for first in stride(from: 0, to: data.count, by: chunk) {
      let batch = Batch(data, Array(first..<min(first + chunk, data.count)), task: task)
      sum += sumOverSamples(of: .squares, at: theta) { theta -> [Variable] in
        let scores = network(Variable(batch.inputs), at: theta, task: known(task))
        switch kind {
        case .exact: return scores.rootWeightedLogLikelihoods(over: active(task))
        case .empirical:
          return [Real(batch.count) * scores.crossEntropy(batch.labels, over: active(batch))]
        }
      }
    }
    return sum / Real(data.count)
  }
}

extension Learner {
  /// The Fisher information over the first `samples` training samples of a task, or all of them.
  func fisher(_ kind: Fisher, of task: Experience, samples: Int?) -> Tensor {
    let data = samples.map { task.train.prefix($0) } ?? task.train
    return fisher(kind, of: data, task: task.index)
  }
}

extension Variable {
  /// For each label c of `active`, Σₙ √p(c|xₙ) log p(c|xₙ) with √p held constant, so that the
  /// square of a sample's derivative is p (∂ log p)². `self` holds scores [n, classes].
  fileprivate func rootWeightedLogLikelihoods(over active: Range<Int>) -> [Variable] {
    let roots = value.softmax(over: .range(active)).squareRoot
    let normaliser = logSumExp(over: .range(active))
    return active.map { c in
      (Variable(roots.columns(c..<c + 1)) * (columns(c..<c + 1) - normaliser)).sum
    }
  }
}
