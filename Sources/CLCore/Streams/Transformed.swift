extension TaskStream {
  /// Every task has all the classes, its pixels put into an order of its own (Kirkpatrick et al.,
  /// 2017; Goodfellow et al., 2013).
  ///
  /// Labels are 0..<C in the domain-incremental scenario; in the other two, task t owns the
  /// outputs t·C..<(t+1)·C.
  ///
  /// - Parameters:
  ///   - seed: draws the permutations.
  ///   - firstIsIdentity: task 0 sees the images as they are.
  /// - Throws: `StreamError` when there is no task or samples are too few.
  public static func permuted(
    _ data: LabelledImages, tasks: Int, scenario: Scenario, seed: UInt64,
    firstIsIdentity: Bool = true, trainPerTask: Int? = nil, testPerTask: Int? = nil
  ) throws(StreamError) -> TaskStream {
    guard tasks > 0 else { throw .noTasks(tasks) }
    let transforms = (0..<tasks).map { t -> Transform in
      if t == 0, firstIsIdentity { return .identity }
      var random = Random(seed: seed, "permutation", t)
      return .permutation(random.permutation(data.train.inputSize))
    }
    return try transformed(
      data, name: "Permuted \(data.name)", scenario: scenario,
      tasks: transforms.enumerated().map { ("Permutation \($0 + 1)", $1) },
      limits: Limits(train: trainPerTask, test: testPerTask, seed: seed))
  }

  /// Every task has all the classes, turned by an angle of its own (Lopez-Paz and Ranzato, 2017).
  ///
  /// Labels are as in `permuted`.
  ///
  /// - Parameters:
  ///   - degrees: the angle of each task, counter-clockwise; nil draws them evenly from [0, 180).
  ///   - seed: draws the angles, and the samples that are kept.
  /// - Throws: `StreamError` when there is no task, angles and tasks differ in number, or samples
  ///   are too few.
  public static func rotated(
    _ data: LabelledImages, tasks: Int, scenario: Scenario, degrees: [Double]? = nil, seed: UInt64,
    trainPerTask: Int? = nil, testPerTask: Int? = nil
  ) throws(StreamError) -> TaskStream {
    guard tasks > 0 else { throw .noTasks(tasks) }
    var random = Random(seed: seed, "angles")
    let angles = degrees ?? (0..<tasks).map { _ in random.uniform() * 180 }
    guard angles.count == tasks else { throw .wrongAngles(found: angles.count, tasks: tasks) }
    return try transformed(
      data, name: "Rotated \(data.name)", scenario: scenario,
      tasks: angles.map { ("\(Int($0.rounded()))°", Transform.rotation(degrees: $0)) },
      limits: Limits(train: trainPerTask, test: testPerTask, seed: seed))
  }

  private static func transformed(
    _ data: LabelledImages, name: String, scenario: Scenario,
    tasks: [(name: String, transform: Transform)], limits: Limits
  ) throws(StreamError) -> TaskStream {
    let classes = data.classNames.count
    var experiences: [Experience] = []
    for (t, task) in tasks.enumerated() {
      let first = scenario == .domain ? 0 : t * classes
      let labelMap = (0..<classes).map { first + $0 }
      experiences.append(
        Experience(
          index: t, name: task.name,
          train: try limits.train(data.train, task: t).transformed(task.transform)
            .relabelled(labelMap),
          test: try limits.test(data.test, task: t).transformed(task.transform)
            .relabelled(labelMap),
          classes: first..<first + classes))
    }
    let outputNames =
      scenario == .domain
      ? data.classNames
      : tasks.flatMap { task in data.classNames.map { "\($0) (\(task.name))" } }
    return TaskStream(
      name: name, scenario: scenario, experiences: experiences, outputNames: outputNames)
  }
}
