/// Training samples kept from task to task, with their labels and tasks: what replay, the projection
/// methods and iCaRL go back to.
///
/// Samples are counted in groups: all together, by task or by class. Each group has rows of its own in
/// one table, equally many, so the budget cannot be exceeded. Which samples of a group stay is the rule's
/// affair:
///
/// | memory | groups | rule |
/// |---|---|---|
/// | `reservoir` | together | uniform |
/// | `ring`: GEM's, for each task | task | latest |
/// | `balanced`: a class counts as much as another | class | uniform |
/// | `exemplars`: iCaRL's, in order | class | first |
///
/// Memory: `count` samples. Time: each sample that comes to stay, or moves when a group comes, is copied
/// once.
public struct Memory: Sendable, Codable {
  /// What has a quota of its own.
  public enum Grouping: String, Sendable, Codable {
    /// All samples together.
    case together
    /// Each task.
    case task
    /// Each label of each task: where tasks share their outputs, a label of one task and the same label
    /// of another are two classes.
    case `class`
  }

  /// Samples that share a quota; `nil` stands for any.
  public struct Group: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Their task.
    public let task: Int?
    /// Their label.
    public let label: Int?

    /// The samples of a task.
    public static func task(_ task: Int) -> Group { Group(task: task, label: nil) }

    /// The samples of a task that have a label.
    public static func `class`(_ label: Int, ofTask task: Int) -> Group {
      Group(task: task, label: label)
    }

    public var description: String {
      "task \(task.map(String.init) ?? "any"), label \(label.map(String.init) ?? "any")"
    }
  }

  /// How many samples there may be.
  public enum Budget: Hashable, Sendable, Codable {
    /// So many in each group.
    case each(Int)
    /// So many in all, in equal parts for the groups met so far: when a group comes, the others shrink.
    case shared(Int)

    /// The number that it says.
    var count: Int {
      switch self {
      case .each(let count), .shared(let count): count
      }
    }

    /// How many samples each of so many groups may hold.
    func quota(groups: Int) -> Int {
      switch self {
      case .each(let quota): quota
      case .shared(let total): total / max(groups, 1)
      }
    }
  }

  /// Which samples of a group are kept when more are met than it may hold, and which stay when it
  /// shrinks.
  public enum Rule: String, Sendable, Codable {
    /// The first ones: of an ordered list, a prefix.
    case first
    /// The latest ones: a ring buffer.
    case latest
    /// Every sample met, with equal probability: reservoir sampling (Vitter 1985, algorithm R).
    case uniform
  }

  /// What has a quota of its own.
  public let grouping: Grouping
  /// How many samples there may be.
  public let budget: Budget
  /// Which samples stay.
  public let rule: Rule
  /// The groups, in the order in which they were met.
  public internal(set) var groups: [Group] = []
  /// The rows that hold a sample.
  public internal(set) var positions: [Int] = []
  /// How many samples of each group have been offered.
  var met: [Int] = []
  /// The rows of a group.
  var quota = 0
  /// [groups.count * quota, size]
  var inputs: Tensor?
  /// What batches have brought beside their samples, [groups.count * quota, size]; 0 where one brought nothing.
  var payload: Tensor?
  var labels: [Int] = []
  var tasks: [Int] = []

  /// An empty memory.
  public init(_ grouping: Grouping, _ budget: Budget, keeping rule: Rule) {
    require(budget.count >= 0, "a memory cannot hold \(budget.count) samples")
    self.grouping = grouping
    self.budget = budget
    self.rule = rule
  }

  /// So many samples in all, each of those met with equal probability.
  public static func reservoir(_ count: Int) -> Memory {
    Memory(.together, .each(count), keeping: .uniform)
  }

  /// The latest samples of each task.
  public static func ring(perTask count: Int) -> Memory {
    Memory(.task, .each(count), keeping: .latest)
  }

  /// Samples of each class, every one of those met with equal probability.
  public static func balanced(_ budget: Budget) -> Memory {
    Memory(.class, budget, keeping: .uniform)
  }

  /// The first samples offered of each class.
  public static func exemplars(_ budget: Budget) -> Memory {
    Memory(.class, budget, keeping: .first)
  }

  /// How many samples it holds.
  public var count: Int { positions.count }

  /// The rows of the samples that belong to a group, which need not be one that has a quota: the
  /// samples of a task are found in a memory grouped by class too. None if it has not been met.
  public func positions(of group: Group) -> [Int] {
    if let place = groups.firstIndex(of: group) { return Array(rows(ofGroup: place)) }
    return positions.filter {
      group.task ?? tasks[$0] == tasks[$0] && group.label ?? labels[$0] == labels[$0]
    }
  }

  /// The rows of a group's samples, by its place among the groups.
  func rows(ofGroup place: Int) -> Range<Int> {
    place * quota..<place * quota + min(met[place], quota)
  }

  /// The samples in these rows, at least one, as a batch of [positions.count, size].
  public func batch(_ positions: some Collection<Int>) -> Batch {
    guard let inputs, !positions.isEmpty else {
      misuse("a memory was asked for none of its samples")
    }
    var batch = Batch(
      inputs: inputs.rows(at: positions), labels: positions.map { labels[$0] },
      tasks: positions.map { tasks[$0] })
    batch.payload = payload?.rows(at: positions)
    return batch
  }

  /// The samples of a group, of which there must be some: where there may be none, `positions(of:)`
  /// says so. Those of a group that has a quota are not copied.
  public func batch(of group: Group) -> Batch {
    let chosen = positions(of: group)
    require(!chosen.isEmpty, "the memory holds no sample of \(group)")
    guard let inputs, let place = groups.firstIndex(of: group) else { return batch(chosen) }
    var batch = Batch(
      inputs: inputs.rows(rows(ofGroup: place)), labels: chosen.map { labels[$0] },
      tasks: chosen.map { tasks[$0] })
    batch.payload = payload?.rows(rows(ofGroup: place))
    return batch
  }

  /// So many samples, all different and all sets of them equally likely; every sample if there are no
  /// more than that, and `nil` if there is none.
  public func sample(_ count: Int, _ random: inout Random) -> Batch? {
    var order = positions
    let count = min(count, order.count)
    guard count > 0 else { return nil }
    for i in 0..<count { order.swapAt(i, i + random.below(order.count - i)) }
    return batch(order.prefix(count))
  }
}

// What settings say of a memory; another size or share empties it.
extension Memory {
  /// How many samples there may be: in each group, or in all.
  var size: Int {
    get { budget.count }
    set {
      self = Memory(grouping, isShared ? .shared(newValue) : .each(newValue), keeping: rule)
    }
  }

  /// Whether all groups share one number of samples.
  var isShared: Bool {
    get { if case .shared = budget { true } else { false } }
    set { self = Memory(grouping, newValue ? .shared(size) : .each(size), keeping: rule) }
  }
}
