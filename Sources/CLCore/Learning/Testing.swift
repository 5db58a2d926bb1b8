extension Learner {
  /// The share of a task's test samples whose largest active score is their label's, by the network alone:
  /// what a method adds to its answers is known to a `Run`.
  public func accuracy(on task: Experience) -> Double {
    accuracy(at: theta, on: task.test, task: task.index)
  }
}

extension Run {
  /// What the method has kept and taken so far.
  public var costs: Costs {
    Costs(
      weights: learner.theta.count + KeptCounter(strategy).numbers, samples: strategy.samplesKept,
      seconds: seconds, passes: position.passes)
  }

  /// How many samples are scored at once.
  private static var chunk: Int { 500 }

  /// The share of an experience's test samples (at most `limit` of them) whose largest active score
  /// is their label's.
  public func accuracy(on experience: Experience, limit: Int = .max) -> Double {
    let test = experience.test
    let count = min(test.count, limit)
    guard count > 0 else { return 0 }
    var right = 0
    for (label, prediction) in zip(
      (0..<count).lazy.map { test.label(at: $0) }, predictions(on: experience, limit: limit))
    where label == prediction { right += 1 }
    return Double(right) / Double(count)
  }

  /// How the classes of the whole stream's test samples are told apart, in the order of the outputs.
  public func report() -> ClassificationReport {
    var report = ClassificationReport(classes: stream.outputNames)
    for experience in stream {
      report.add(
        truth: (0..<experience.test.count).map { experience.test.label(at: $0) },
        predicted: predictions(on: experience))
    }
    return report
  }

  /// The predicted output of an experience's test samples (at most `limit` of them), in order.
  ///
  /// Outside the task-incremental scenario neither the method nor the choice of active outputs can
  /// read which experience the samples come from: it is not passed on.
  public func predictions(on experience: Experience, limit: Int = .max) -> [Int] {
    let task = learner.known(experience.index)
    let active = learner.active(task)
    let count = min(experience.test.count, limit)
    var method = strategy
    method.willTest(learner)
    return stride(from: 0, to: count, by: Run.chunk).flatMap { first in
      let batch = Batch(
        experience.test, Array(first..<min(first + Run.chunk, count)), task: experience.index)
      let scores = method.scores(batch.inputs, task: task, learner)
      return scores.columns(active).argmaxOfRows.map { $0 + active.lowerBound }
    }
  }
}
