extension Learner {
  /// The share of a task's test samples whose largest active score is their label's, by the network alone:
  /// what a method adds to its answers is known to a `Run`.
  public func accuracy(on task: Experience) -> Double {
    accuracy(at: theta, on: task.test, task: task.index)
  }

  /// The share of the samples of `data` that θ [P] gets right among the outputs of `task`.
  func accuracy(at theta: Tensor, on data: Dataset, task: Int) -> Double {
    data.accuracy(
      of: data.predictions(task, among: active(known(task))) {
        network(Variable($0), at: Variable(theta), task: known(task)).value
      })
  }
}

extension Run {
  /// What the method has kept and taken so far.
  public var costs: Costs {
    Costs(
      weights: learner.theta.count + KeptCounter(strategy).numbers, samples: strategy.samplesKept,
      seconds: seconds, passes: position.passes)
  }

  /// The share of an experience's test samples (at most `limit` of them) whose largest active score
  /// is their label's.
  public func accuracy(on experience: Experience, limit: Int = .max) -> Double {
    experience.test.prefix(limit).accuracy(of: predictions(on: experience, limit: limit))
  }

  /// How the classes of the whole stream's test samples are told apart, in the order of the outputs.
  public func report() -> ClassificationReport {
    var report = ClassificationReport(classes: stream.outputNames)
    for experience in stream {
      let test = experience.test
      report.add(
        truth: test.labels(at: Array(0..<test.count)), predicted: predictions(on: experience))
    }
    return report
  }

  /// The predicted output of an experience's test samples (at most `limit` of them), in order.
  ///
  /// Outside the task-incremental scenario neither the method nor the choice of active outputs can
  /// read which experience the samples come from: it is not passed on.
  public func predictions(on experience: Experience, limit: Int = .max) -> [Int] {
    let task = learner.known(experience.index)
    var method = strategy
    method.willTest(learner)
    return experience.test.prefix(limit).predictions(
      experience.index, among: learner.active(task)
    ) { method.scores($0, task: task, learner) }
  }
}

extension Dataset {
  /// For each sample, which of the active outputs `scores` makes the largest, [count]; it is given inputs
  /// [n, size] and returns their scores [n, outputs].
  fileprivate func predictions(
    _ task: Int, among active: Range<Int>, _ scores: (Tensor) -> Tensor
  ) -> [Int] {
    batches(of: 500, task: task).flatMap { batch in
      scores(batch.inputs).columns(active).argmaxOfRows.map { $0 + active.lowerBound }
    }
  }

  /// The share of the samples whose label is predicted, 0 of none.
  fileprivate func accuracy(of predictions: [Int]) -> Double {
    let right = predictions.indices.count { predictions[$0] == label(at: $0) }
    return Double(right) / Double(max(count, 1))
  }
}
