extension TaskFree {
  /// The blurred stream as a learner meets it: cut into stretches at the pseudo-boundaries, each with
  /// its samples in the order in which they come.
  ///
  /// A stretch is tested on the task that is in the middle of it, so that with a pseudo-boundary a task
  /// R has its usual shape. A method that needs no boundary does the same whatever they are; one that
  /// does is told these, and a table of its results says so.
  ///
  /// - Parameter batchSize: samples an iteration.
  /// - Throws: `StreamError` in the task-incremental scenario, where there would be a task to tell, and
  ///   when the tasks transform their images differently.
  public func pseudoTasks(batchSize: Int) throws(StreamError) -> TaskStream {
    guard stream.scenario != .task else { throw .boundariesNeeded }
    let data = stream[0].train
    guard
      stream.allSatisfy({
        $0.train.store === data.store && $0.train.transform == data.transform
          && $0.train.labelMap == data.labelMap
      })
    else { throw .tasksDiffer }
    let stretches = stride(from: 0, to: iterations, by: pseudoBoundaryEvery).enumerated().map {
      number, first in
      let last = Swift.min(first + pseudoBoundaryEvery, iterations)
      let rows = (first..<last).flatMap { i in
        samples(at: i, count: batchSize).map { stream[$0.task].train.rows[$0.position] }
      }
      let middle = stream[(first + last) / 2 / iterationsPerTask]
      return Experience(
        index: number, name: "stretch \(number + 1)", train: data.with(rows: rows),
        test: middle.test, classes: 0..<stream.outputs)
    }
    return TaskStream(
      name: "Blurred \(stream.name)", scenario: stream.scenario, experiences: stretches,
      outputNames: stream.outputNames, keepsOrder: true)
  }
}
