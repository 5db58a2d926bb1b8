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
    let k = classes / tasks
    var order = given ?? Array(0..<classes)
    guard order.sorted() == Array(0..<classes) else {
      throw .wrongOrder(order, classes: classes)
    }
    if given == nil, let seed {
      var random = Random(seed: seed, "classes")
      random.shuffle(&order)
    }
    var labelMap = [Int](repeating: 0, count: classes)
    for (place, original) in order.enumerated() {
      labelMap[original] = scenario == .domain ? place % k : place
    }
    let limits = Limits(train: trainPerTask, test: testPerTask, seed: seed ?? 0)
    var experiences: [Experience] = []
    for t in 0..<tasks {
      let own = order[t * k..<(t + 1) * k]
      experiences.append(
        Experience(
          index: t, name: own.map { data.classNames[$0] }.joined(separator: ", "),
          train: try limits.train(data.train.filter(classes: own), task: t).relabelled(labelMap),
          test: try limits.test(data.test.filter(classes: own), task: t).relabelled(labelMap),
          classes: scenario == .domain ? 0..<k : t * k..<(t + 1) * k))
    }
    let names = order.map { data.classNames[$0] }
    return TaskStream(
      name: "Split \(data.name)", scenario: scenario, experiences: experiences,
      outputNames: scenario != .domain
        ? names
        : (0..<k).map { place in
          stride(from: place, to: classes, by: k).map { names[$0] }.joined(separator: "/")
        })
  }
}
