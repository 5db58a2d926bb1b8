extension Learner {
  /// The diagonal of the Fisher information at θ over the samples of `data`, [P].
  ///
  /// The probabilities are those of the outputs active in task `task`; weights that lead to other
  /// outputs alone get 0. There is no loop over samples: after a forward pass comes one sweep
  /// backwards, or for `exact` one for each active output. Memory: the activations of 1000 samples.
  public func fisher(_ kind: Fisher, of data: Dataset, task: Int) -> Tensor {
    require(data.count > 0, "a Fisher information needs at least one sample")
    var chance = random.substream("labels for the Fisher information", task)
    return mean(over: data, task: task, portion: kind.portion) { batch in
      func scores(_ theta: Variable) -> Variable {
        network(Variable(batch.inputs), at: theta, task: known(task))
      }
      if case .batched = kind {
        let mean = CLCore.gradient(at: theta) {
          scores($0).crossEntropy(batch.labels, over: .range(active(task)))
        }
        return Real(batch.count) * mean.squared
      }
      return sumOverSamples(of: .squares, at: theta) { theta -> [Variable] in
        let scores = scores(theta)
        func negativeLogLikelihood(_ labels: [Int]) -> Variable {
          Real(batch.count) * scores.crossEntropy(labels, over: .range(active(task)))
        }
        switch kind {
        case .exact: return scores.rootWeightedLogLikelihoods(over: active(task))
        case .sampled:
          return [negativeLogLikelihood(scores.value.drawnLabels(from: active(task), &chance))]
        case .predicted:
          let first = active(task).lowerBound
          let likeliest = scores.value.columns(active(task)).argmaxOfRows.map { $0 + first }
          return [negativeLogLikelihood(likeliest)]
        case .empirical, .batched: return [negativeLogLikelihood(batch.labels)]
        }
      }
    }
  }

  /// The Fisher information at θ over `samples` training samples of a task, drawn as in
  /// ``samples(of:_:)``, or over all of them when `nil`, [P].
  public func fisher(_ kind: Fisher, of task: Experience, samples: Int? = nil) -> Tensor {
    fisher(kind, of: self.samples(of: task, samples), task: task.index)
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

extension Tensor {
  /// A label for each row of these scores [n, classes], drawn from its softmax over `active`.
  fileprivate func drawnLabels(from active: Range<Int>, _ random: inout Random) -> [Int] {
    let p = softmax(over: .range(active))
    return (0..<shape[0]).map { row in
      var left = random.uniform()
      // Should rounding leave something, it falls to the last label.
      return active.first { label in
        left -= Double(p[row, label])
        return left < 0
      } ?? active.upperBound - 1
    }
  }
}
