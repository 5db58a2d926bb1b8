/// A sequence of tasks, met once and in order.
public struct TaskStream: RandomAccessCollection, Sendable {
  /// What the tables call it, such as `"Split Fashion-MNIST"`.
  public let name: String
  /// What the learner may know at test time.
  public let scenario: Scenario
  /// The tasks in the order in which they are met.
  public let experiences: [Experience]
  /// How many outputs a network needs to learn them all.
  public let outputs: Int
  /// What each output stands for, [outputs].
  public let outputNames: [String]
  /// Whether the samples of a task are met once, in the order they have, as in a stream without
  /// boundaries; otherwise they are shuffled and met as long as training lasts.
  public let keepsOrder: Bool

  /// A stream of tasks made by hand; `split`, `permuted` and `rotated` make the common ones.
  public init(
    name: String, scenario: Scenario, experiences: [Experience], outputNames: [String],
    keepsOrder: Bool = false
  ) {
    self.name = name
    self.scenario = scenario
    self.experiences = experiences
    self.outputs = outputNames.count
    self.outputNames = outputNames
    self.keepsOrder = keepsOrder
  }

  /// The same tasks with their identity told: a domain-incremental stream becomes a task-incremental one
  /// whose tasks still share their outputs.
  ///
  /// For a network that wants to know the task though it has one head, such as the one with an input layer a
  /// task that GEM's authors compare with.
  public var tellingTask: TaskStream {
    TaskStream(
      name: name, scenario: .task, experiences: experiences, outputNames: outputNames,
      keepsOrder: keepsOrder)
  }

  /// The first position: 0.
  public var startIndex: Int { 0 }
  /// The number of tasks.
  public var endIndex: Int { experiences.count }
  /// The task at a place in the stream.
  public subscript(index: Int) -> Experience { experiences[index] }

  /// Numbers in an input; the same for all tasks.
  public var inputSize: Int { experiences.first?.train.inputSize ?? 0 }
}
