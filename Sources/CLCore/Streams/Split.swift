extension TaskStream {
  /// Deals the classes out to tasks: task t gets the classes t·k..<(t+1)·k of an order that `seed`
  /// shuffles, k = classes / tasks (Zenke, Poole and Ganguli, 2017).
  ///
  /// In the task- and class-incremental scenarios the label of a class is its place in that order;
  /// in the domain-incremental one it is its place within the task, 0..<k.
  ///
  /// - Parameters:
  ///   - data: the images; train and test are dealt out alike.
  ///   - tasks: how many tasks; it must divide the number of classes.
  ///   - scenario: which outputs a task uses.
  ///   - seed: shuffles the classes; nil keeps their natural order.
  ///   - order: deals the classes out in this order instead, all of them, each once.
  ///   - trainPerTask: keep so many random training samples a task; nil keeps all.
  ///   - testPerTask: keep so many random test samples a task; nil keeps all.
  /// - Throws: `StreamError` when classes do not divide evenly, `order` is not an order of them, or samples
  ///   are too few.
  public static func split(
    _ data: LabelledImages, tasks: Int, scenario: Scenario, seed: UInt64? = nil,
    order given: [Int]? = nil, trainPerTask: Int? = nil, testPerTask: Int? = nil
  ) throws(StreamError) -> TaskStream {
    let classes = data.classNames.count
    guard tasks > 0 else { throw .noTasks(tasks) }
    guard classes > 0, classes % tasks == 0 else {
      throw .notDivisible(classes: classes, tasks: tasks)
    }
    var order = given ?? Array(0..<classes)
    guard order.sorted() == Array(0..<classes) else {
      throw .wrongOrder(order, classes: classes)
    }
    if given == nil, let seed {
      var random = Random(seed: seed, "classes")
      random.shuffle(&order)
    }
    let k = classes / tasks
    let groups = (0..<tasks).map { Array(order[$0 * k..<($0 + 1) * k]) }
    return try split(
      data, into: groups, scenario: scenario, seed: seed ?? 0, trainPerTask: trainPerTask,
      testPerTask: testPerTask)
  }

  /// A stream whose task t has the classes `groups[t]`, of which there may be more or fewer. Labels are as where each
  /// has an equal share; in the domain-incremental scenario there are as many outputs as the largest task has classes.
  ///
  /// - Parameter seed: draws the samples that are kept.
  /// - Throws: `StreamError` when the groups do not name different classes of the data, a task has nothing to tell
  ///   apart, or samples are too few.
  public static func split(
    _ data: LabelledImages, into groups: [[Int]], scenario: Scenario, seed: UInt64 = 0,
    trainPerTask: Int? = nil, testPerTask: Int? = nil
  ) throws(StreamError) -> TaskStream {
    let classes = data.classNames.count
    let order = Array(groups.joined())
    guard Set(order).count == order.count, order.allSatisfy({ 0..<classes ~= $0 }),
      groups.allSatisfy({ !$0.isEmpty })
    else { throw .wrongOrder(order, classes: classes) }
    if scenario != .class, let task = groups.firstIndex(where: { $0.count == 1 }) {
      throw .nothingToTell(task: task, classes: classes)
    }
    let limits = Limits(train: trainPerTask, test: testPerTask, seed: seed)
    var labelMap = [Int](repeating: 0, count: classes)
    for (place, original) in order.enumerated() { labelMap[original] = place }
    if scenario == .domain {
      for own in groups {
        for (place, original) in own.enumerated() { labelMap[original] = place }
      }
    }
    var (experiences, first): ([Experience], Int) = ([], 0)
    for (t, own) in groups.enumerated() {
      experiences.append(
        Experience(
          index: t, name: own.map { data.classNames[$0] }.joined(separator: ", "),
          train: try limits.train(data.train.filter(classes: own), task: t).relabelled(labelMap),
          test: try limits.test(data.test.filter(classes: own), task: t).relabelled(labelMap),
          classes: scenario == .domain ? 0..<own.count : first..<first + own.count))
      first += own.count
    }
    let widest = groups.map(\.count).max() ?? 0
    return TaskStream(
      name: "Split \(data.name)", scenario: scenario, experiences: experiences,
      outputNames: scenario != .domain
        ? order.map { data.classNames[$0] }
        : (0..<widest).map { place in
          groups.filter { place < $0.count }.map { data.classNames[$0[place]] }
            .joined(separator: "/")
        })
  }
}
