/// How long and in what portions a learner trains on a task.
public struct Training: Sendable, Codable, Hashable {
  /// How long.
  public enum Length: Sendable, Codable, Hashable {
    /// So many steps, whatever the number of samples.
    case iterations(Int)
    /// So many passes over the samples, the last batch of each being smaller if need be.
    case epochs(Int)
  }

  /// How long a task is trained on.
  public var length: Length
  /// How many samples a step sees.
  public var batchSize: Int
  /// Whether the optimiser forgets its state when a new task begins.
  ///
  /// If it does not, momentum goes on moving the weights of earlier tasks' outputs for some steps,
  /// although their gradient is zero; many published protocols (van de Ven et al., 2022) let it.
  public var resetsOptimizer: Bool

  /// So many iterations a task.
  public init(iterations: Int, batchSize: Int = 128, resetsOptimizer: Bool = false) {
    self.init(
      length: .iterations(iterations), batchSize: batchSize, resetsOptimizer: resetsOptimizer)
  }

  /// So many epochs a task.
  public init(epochs: Int, batchSize: Int = 128, resetsOptimizer: Bool = false) {
    self.init(length: .epochs(epochs), batchSize: batchSize, resetsOptimizer: resetsOptimizer)
  }

  /// This length, in batches of this size.
  public init(length: Length, batchSize: Int, resetsOptimizer: Bool) {
    self.length = length
    self.batchSize = batchSize
    self.resetsOptimizer = resetsOptimizer
  }

  /// How many steps this length makes over `samples` samples.
  public func steps(_ length: Length, samples: Int) -> Int {
    switch length {
    case .iterations(let count): count
    case .epochs(let count): count * ((samples + batchSize - 1) / batchSize)
    }
  }
}

extension Training {
  /// How many steps all tasks of a stream take, for a method that trains once on each.
  public func steps(on stream: TaskStream) -> Int {
    stream.reduce(0) { $0 + steps(length, samples: $1.train.count) }
  }
}

/// One stretch of training within a task: from which tasks' training data batches are drawn, all
/// samples alike, and for how long.
public struct Phase: Sendable, Codable, Hashable {
  /// The places of these tasks in the stream.
  public var tasks: [Int]
  /// How long.
  public var length: Training.Length
  /// Where in the last task's training data the samples are that no batch holds: for a method to decide by.
  public var heldBack: [Int]

  /// This long on the training data of these experiences, without the last one's samples at `heldBack`.
  public init(_ sources: [Experience], _ length: Training.Length, heldBack: [Int] = []) {
    let count = sources.last?.train.count ?? 0
    require(
      heldBack.allSatisfy { (0..<count).contains($0) } && Set(heldBack).count == heldBack.count,
      "samples held back from \(count) must be different ones of them")
    self.tasks = sources.map(\.index)
    self.length = length
    self.heldBack = heldBack
  }
}
