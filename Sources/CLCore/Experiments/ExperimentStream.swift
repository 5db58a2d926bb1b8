extension Experiment {
  /// The stream of one seed: the tasks that results are reported on, or those held back for choosing settings.
  ///
  /// - Throws: `StreamError` when the data have too few classes or samples for it.
  public func makeStream(
    _ images: LabelledImages, seed: UInt64
  ) throws(StreamError) -> TaskStream {
    let data = images.preprocessed(preprocessing)
    let own = sharedOutputs == true ? Scenario.domain : scenario
    let whole: TaskStream
    switch stream {
    case .split:
      if case .perTask(let classes)? = classes {
        whole = try .split(
          data, into: classes, scenario: own, seed: seed, trainPerTask: trainPerTask,
          testPerTask: testPerTask)
      } else {
        whole = try .split(
          data, tasks: tasks, scenario: own, seed: classes == .shuffled ? seed : nil,
          order: givenOrder, trainPerTask: trainPerTask, testPerTask: testPerTask)
      }
    case .permuted:
      whole = try .permuted(
        data, tasks: tasks, scenario: own, seed: seed, firstIsIdentity: firstAsIs ?? false,
        trainPerTask: trainPerTask, testPerTask: testPerTask)
    case .rotated:
      whole = try .rotated(
        data, tasks: tasks, scenario: own, degrees: angles(seed), seed: seed,
        trainPerTask: trainPerTask, testPerTask: testPerTask)
    }
    guard heldBack > 0 else { return sharedOutputs == true ? whole.tellingTask : whole }
    let kept = onHeldBack == true ? whole.tasks(0..<heldBack) : whole.tasks(heldBack..<tasks)
    return sharedOutputs == true ? kept.tellingTask : kept
  }

  private func angles(_ seed: UInt64) -> [Double]? {
    switch degrees {
    case nil: return nil
    case .given(let degrees): return degrees
    case .binned:
      var random = Random(seed: seed, "angles")
      return (0..<tasks).map { (Double($0) + random.uniform()) * 180 / Double(tasks) }
    }
  }

  private var givenOrder: [Int]? {
    if case .given(let order)? = classes { return order }
    return nil
  }
}

extension TaskStream {
  /// Some of the tasks as a stream of their own, tasks and outputs counted from 0.
  package func tasks(_ range: Range<Int>) -> TaskStream {
    let chosen = experiences[range]
    let first = scenario == .domain ? 0 : chosen.first?.classes.lowerBound ?? 0
    let last = scenario == .domain ? outputs : chosen.last?.classes.upperBound ?? 0
    return TaskStream(
      name: "\(name), tasks \(range.lowerBound + 1) to \(range.upperBound)", scenario: scenario,
      experiences: chosen.enumerated().map { place, task in
        // A class that is not in the task has a label all the same; it is never asked for.
        let labels = task.train.labelMap.map { Swift.max(0, $0 - first) }
        return Experience(
          index: place, name: task.name, train: task.train.relabelled(labels),
          test: task.test.relabelled(labels),
          classes: task.classes.lowerBound - first..<task.classes.upperBound - first)
      }, outputNames: Array(outputNames[first..<last]), keepsOrder: keepsOrder)
  }
}
