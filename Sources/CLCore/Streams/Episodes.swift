/// Samples of several tasks side by side, equally many of each.
public struct Examples: Sendable, Codable, Equatable {
  /// The inputs, [tasks, n, size].
  public let inputs: Tensor
  /// What they should give.
  public let targets: Targets

  /// What a sample should give.
  public enum Targets: Sendable, Codable, Equatable {
    /// Numbers, [tasks, n, outputs]: regression.
    case values(Tensor)
    /// A class each, one task after the other: tasks · n labels.
    case labels([Int])
  }

  /// Inputs [tasks, n, size] and targets for as many tasks and samples.
  public init(inputs: Tensor, targets: Targets) {
    let shape = inputs.shape
    let fits =
      switch targets {
      case .values(let values):
        values.shape.rank == 3 && values.shape[0] == shape[0] && values.shape[1] == shape[1]
      case .labels(let labels): labels.count == shape[0] * shape[1]
      }
    require(
      shape.rank == 3 && fits,
      "examples need inputs [tasks, n, size] and as many targets, got inputs \(shape)")
    self.inputs = inputs
    self.targets = targets
  }

  /// How many tasks.
  public var tasks: Int { inputs.shape[0] }
  /// How many samples a task.
  public var perTask: Int { inputs.shape[1] }

  /// Some of the tasks, in this order; a task may come twice.
  public func picking(_ tasks: [Int]) -> Examples {
    let targets: Targets =
      switch self.targets {
      case .values(let values): .values(values.rows(at: tasks))
      case .labels(let labels):
        .labels(tasks.flatMap { labels[$0 * perTask..<($0 + 1) * perTask] })
      }
    return Examples(inputs: inputs.rows(at: tasks), targets: targets)
  }

  /// The samples at `places` of every task, in this order.
  public func samples(_ places: some Collection<Int>) -> Examples {
    let targets: Targets =
      switch self.targets {
      case .values(let values): .values(values.inner(places))
      case .labels(let labels):
        .labels((0..<tasks).flatMap { task in places.map { labels[task * perTask + $0] } })
      }
    return Examples(inputs: inputs.inner(places), targets: targets)
  }

  /// The same tasks, each with its samples of `more` after its own.
  public func joining(_ more: Examples) -> Examples {
    let targets: Targets =
      switch (self.targets, more.targets) {
      case (.values(let a), .values(let b)): .values(a.joining(b))
      case (.labels(let a), .labels(let b)):
        .labels(
          (0..<tasks).flatMap { task -> [Int] in
            let own = Array(a[task * perTask..<(task + 1) * perTask])
            return own + b[task * more.perTask..<(task + 1) * more.perTask]
          })
      default: misuse("samples of regression and of classification are not of one task")
      }
    return Examples(inputs: inputs.joining(more.inputs), targets: targets)
  }

  /// These tasks, then those of `others`, which have as many samples each.
  public func appending(_ others: Examples) -> Examples {
    let targets: Targets =
      switch (self.targets, others.targets) {
      case (.values(let a), .values(let b)): .values(.concatenated([a, b]))
      case (.labels(let a), .labels(let b)): .labels(a + b)
      default: misuse("tasks of regression and of classification cannot stand side by side")
      }
    return Examples(inputs: .concatenated([inputs, others.inputs]), targets: targets)
  }
}

/// Tasks to learn to learn from, side by side: of each a support set, to adapt on, and a query set, to judge
/// by.
///
/// Support and query of a task are drawn apart. Judged by the samples that it adapted on, a network could do
/// well by remembering them.
public struct Episodes: Sendable, Codable, Equatable {
  /// What each task is adapted on, [tasks, support, size].
  public let support: Examples
  /// What it is then judged by, [tasks, query, size].
  public let query: Examples

  /// Episodes of as many tasks as both sets have.
  public init(support: Examples, query: Examples) {
    require(
      support.tasks == query.tasks,
      "\(support.tasks) support sets do not go with \(query.tasks) query sets")
    self.support = support
    self.query = query
  }

  /// How many tasks.
  public var tasks: Int { support.tasks }

  /// Some of the tasks, in this order.
  public func picking(_ tasks: [Int]) -> Episodes {
    Episodes(support: support.picking(tasks), query: query.picking(tasks))
  }

  /// These tasks, then `others`.
  public func appending(_ others: Episodes) -> Episodes {
    Episodes(
      support: support.appending(others.support), query: query.appending(others.query))
  }
}

/// What tasks are drawn from: p(T).
public protocol TaskFamily: Sendable {
  /// What tables and figures call it.
  var name: String { get }
  /// How many numbers an input has.
  var inputs: Int { get }
  /// How many outputs a network for its tasks needs.
  var outputs: Int { get }
  /// What tells this family from all that draw other tasks from the same random numbers. A run is continued on
  /// families with the fingerprints that it began with.
  var fingerprint: String { get }
  /// Draws tasks, each with so many support and query samples; of classification, so many of each class.
  func episodes(_ tasks: Int, support: Int, query: Int, _ random: inout Random) -> Episodes
}

extension Tensor {
  /// The rows at `places` of the second of three axes, in this order.
  fileprivate func inner(_ places: some Collection<Int>) -> Tensor {
    let (blocks, rows) = (shape[0], shape[1])
    require(places.allSatisfy { (0..<rows).contains($0) }, "\(places) are not all among \(rows)")
    return reshaped([blocks * rows, shape[2]])
      .rows(at: (0..<blocks).flatMap { block in places.map { block * rows + $0 } })
      .reshaped(shape.replacing(1, by: places.count))
  }

  /// Those of `other` after these, along the second of three axes.
  fileprivate func joining(_ other: Tensor) -> Tensor {
    let (own, more) = (shape[1] * shape[2], other.shape[1] * other.shape[2])
    let both =
      reshaped([shape[0], own]).padded(0..<own, width: own + more)
      + other.reshaped([shape[0], more]).padded(own..<own + more, width: own + more)
    return both.reshaped(shape.replacing(1, by: shape[1] + other.shape[1]))
  }
}
