/// A mini-batch: inputs [n, size] and n labels, which are places among the outputs.
///
/// `tasks` holds the task of each sample, or one number for all of them. While training, every method
/// knows where one task ends and the next begins, and may read it; at test time it is told the task
/// only in the task-incremental scenario, where the learner chooses the active outputs by it.
public struct Batch: Sendable {
  /// The inputs, [n, size].
  public var inputs: Tensor
  /// The label of each sample.
  public var labels: [Int]
  /// The task of each sample, or one for all: where a batch is made of equal ones, one is kept.
  public var tasks: [Int]
  /// What a method keeps beside each sample, such as the scores it once had, [n, size]; `nil` without.
  public var payload: Tensor?
  /// How many of the samples, the last ones, come from a memory.
  public private(set) var replayed = 0

  /// A batch of one task.
  public init(inputs: Tensor, labels: [Int], task: Int) {
    self.init(inputs: inputs, labels: labels, tasks: [task])
  }

  /// A batch whose samples come from these tasks, or all from one.
  public init(inputs: Tensor, labels: [Int], tasks: [Int]) {
    require(
      inputs.shape.rank == 2 && inputs.shape[0] == labels.count && !tasks.isEmpty
        && (tasks.count == 1 || tasks.count == labels.count),
      "a batch of inputs \(inputs.shape) has \(labels.count) labels and \(tasks.count) tasks; "
        + "it needs [n, size], n labels, and n tasks or one")
    self.inputs = inputs
    self.labels = labels
    self.tasks = tasks.dropFirst().allSatisfy { $0 == tasks[0] } ? Array(tasks.prefix(1)) : tasks
  }

  /// The samples at `positions` of an experience's training data.
  public init(_ task: Experience, _ positions: [Int]) {
    self.init(task.train, positions, task: task.index)
  }

  /// The samples at `positions` of `data`, which belong to task `task`.
  public init(_ data: Dataset, _ positions: [Int], task: Int) {
    self.init(inputs: data.inputs(at: positions), labels: data.labels(at: positions), task: task)
  }

  /// How many samples it holds.
  public var count: Int { labels.count }

  /// The task of one of its samples.
  public func task(at sample: Int) -> Int { tasks.count == 1 ? tasks[0] : tasks[sample] }

  /// The samples of a range, without copying their inputs.
  public func rows(_ range: Range<Int>) -> Batch {
    var part = Batch(
      inputs: inputs.rows(range), labels: Array(labels[range]),
      tasks: tasks.count == 1 ? tasks : Array(tasks[range]))
    part.payload = payload?.rows(range)
    part.replayed = max(0, range.upperBound - max(range.lowerBound, count - replayed))
    return part
  }

  /// The samples that do not come from a memory.
  public var new: Batch { replayed == 0 ? self : rows(0..<count - replayed) }

  /// The samples that come from a memory; `nil` if there are none.
  public var old: Batch? { replayed == 0 ? nil : rows(count - replayed..<count) }

  /// This batch and then samples from a memory. Where only one of the two has a payload, that of the other is 0.
  public func replaying(_ kept: Batch) -> Batch {
    var both = Batch(
      inputs: .concatenated([inputs, kept.inputs]), labels: labels + kept.labels,
      tasks: labels.indices.map { task(at: $0) } + kept.labels.indices.map { kept.task(at: $0) })
    if let width = (payload ?? kept.payload)?.shape[1] {
      both.payload = .concatenated(
        [self, kept].map { $0.payload ?? .zeros([$0.count, width]) })
    }
    both.replayed = replayed + kept.count
    return both
  }
}

extension Batch {
  /// The samples at `positions` of the training data of several experiences, laid end to end.
  public init(mixing sources: [Experience], _ positions: [Int]) {
    guard let first = sources.first else { misuse("a batch needs at least one source") }
    let size = first.train.inputSize
    var (labels, tasks): ([Int], [Int]) = ([], [])
    // Straight into place: a tensor for each sample, put together afterwards, made joint training a third slower.
    let inputs = Tensor([positions.count, size]) { start in
      for (row, position) in positions.enumerated() {
        var (place, source) = (position, sources.startIndex)
        while place >= sources[source].train.count {
          place -= sources[source].train.count
          source += 1
        }
        let data = sources[source].train
        data.gather(
          [place], into: UnsafeMutableBufferPointer(start: start + row * size, count: size))
        labels.append(data.label(at: place))
        tasks.append(sources[source].index)
      }
    }
    self.init(inputs: inputs, labels: labels, tasks: tasks)
  }
}

extension Dataset {
  /// Its samples in their order, as batches of task `task` with `size` of them each; the last may be smaller.
  public func batches(of size: Int, task: Int) -> some Sequence<Batch> {
    require(size > 0, "samples cannot be taken \(size) at a time")
    return stride(from: 0, to: count, by: size).lazy.map { first in
      Batch(self, Array(first..<min(first + size, count)), task: task)
    }
  }
}
