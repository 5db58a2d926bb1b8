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

  /// A stream of tasks made by hand; `split`, `permuted` and `rotated` make the common ones.
  public init(
    name: String, scenario: Scenario, experiences: [Experience], outputNames: [String]
  ) {
    self.name = name
    self.scenario = scenario
    self.experiences = experiences
    self.outputs = outputNames.count
    self.outputNames = outputNames
  }

  /// The first position: 0.
  public var startIndex: Int { 0 }
  /// The number of tasks.
  public var endIndex: Int { experiences.count }
  /// The task at a place in the stream.
  public subscript(index: Int) -> Experience { experiences[index] }

  /// Numbers in an input; the same for all tasks.
  public var inputSize: Int { experiences.first?.train.inputSize ?? 0 }

  /// The outputs that compete when a sample of `task` is classified: its own when the scenario
  /// gives the task away, otherwise all.
  public func active(_ task: Int) -> Range<Int> {
    scenario == .task ? experiences[task].classes : 0..<outputs
  }
}
