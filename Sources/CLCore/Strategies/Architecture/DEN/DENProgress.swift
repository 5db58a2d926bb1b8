extension DEN {
  /// A stretch of training within a task.
  public enum Stage: String, Sendable, Codable {
    /// The first task, all weights.
    case first
    /// The head of a later task.
    case head
    /// The sub-network behind it.
    case retrain
    /// What expansion has added.
    case expand
    /// After units were split.
    case split
  }

  /// What one task has changed in the network.
  public struct Change: Sendable, Codable, Equatable {
    /// How many units selective retraining chose: of the input, then of each hidden layer.
    public var selected: [Int] = []
    /// The mean loss on the training data after it.
    public var loss = 0.0
    /// How many units expansion added to each hidden layer, those that were removed again left out.
    public var added: [Int] = []
    /// How many units of each hidden layer were split.
    public var split: [Int] = []
    /// How far each unit had drifted before that, [layer][unit].
    public var drift: [[Double]] = []
  }

  /// What DEN remembers, and where the task under way stands.
  public struct Progress: Sendable, Codable {
    /// The widths of the hidden layers after each task: the timestamp of a unit is the first task in whose
    /// widths it lies.
    public private(set) var stamps: [[Int]]
    /// What each task has changed.
    public private(set) var changes: [Change]
    /// The stage under way; `nil` between tasks.
    public internal(set) var stage: Stage?
    /// The network before the task.
    let network: MLP
    /// Its weights, [P]; `nil` once the task has been learnt.
    private(set) var theta: Tensor?
    var change = Change()
    var well: Quadratic?

    init(_ learner: Learner, stamps: [[Int]], changes: [Change]) {
      network = learner.perceptron(for: "DEN")
      theta = learner.theta
      self.stamps = stamps
      self.changes = changes
    }

    /// How many units all expansions together have added.
    public var expansions: Int { changes.flatMap(\.added).reduce(0, +) }

    /// How many units have been split in all.
    public var splits: Int { changes.flatMap(\.split).reduce(0, +) }

    /// The units that each hidden layer of `larger` has got since the task began.
    func newUnits(of larger: MLP) -> [Range<Int>] {
      zip(network.widths, larger.widths).map { $0..<$1 }
    }

    mutating func end(_ learner: Learner) {
      stamps.append(learner.perceptron(for: "DEN").widths)
      changes.append(change)
      (stage, well, theta, change) = (nil, nil, nil, Change())
    }
  }
}
