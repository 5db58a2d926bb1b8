import Hashing

/// Few-shot classification (Vinyals et al. 2016; Lake, Salakhutdinov & Tenenbaum 2015): a task is to tell
/// `ways` classes apart that are drawn from many, from a few images of each ("5-way 1-shot"). Which of them
/// is called 0 and which 1 is drawn too, so no output can be tied to a class for good.
public struct FewShot: TaskFamily {
  public let name: String
  /// How many classes a task has.
  public let ways: Int
  /// SHA-256 of the images, of the classes and of how tasks are made of them.
  public let fingerprint: String
  /// What classes are drawn from: the images of each, unturned or turned by quarters.
  private let pool: [Member]

  /// A class: its images, and where they stand among them.
  private struct Member: Sendable {
    let data: Dataset
    let positions: [Int]
  }

  /// Tasks of `ways` classes among `classes` of `data`, each named once, all that it has when `nil`.
  ///
  /// - Parameter turned: whether each class counts four times, turned by 0, 90, 180 and 270 degrees, as is
  ///   usual with Omniglot (Santoro et al. 2016). Images must be square.
  /// - Throws: `StreamError.tooFewClasses` when there are fewer classes than a task needs.
  public init(
    _ data: Dataset, classes: [Int]? = nil, ways: Int, turned: Bool = false, name: String? = nil
  ) throws(StreamError) {
    require(ways > 0, "a task needs classes, got \(ways)")
    let named = classes ?? Array(0..<data.classes)
    require(
      named.allSatisfy { (0..<data.classes).contains($0) } && Set(named).count == named.count,
      "\(named) are not different classes among \(data.classes)")
    require(
      !turned || data.height == data.width,
      "images of \(data.height)×\(data.width) do not fit themselves when turned")
    var positions = [[Int]](repeating: [], count: data.classes)
    for position in 0..<data.count { positions[data.originalClass(at: position)].append(position) }
    let chosen = named.filter { !positions[$0].isEmpty }
    let turns = turned ? (0..<4).map { data.turned(quarters: $0) } : [data]
    pool = turns.flatMap { data in chosen.map { Member(data: data, positions: positions[$0]) } }
    guard pool.count >= ways else { throw .tooFewClasses(found: pool.count, needed: ways) }
    self.ways = ways
    self.name = name ?? "\(ways)-way \(data.store.name)"
    var digests = ListDigests()
    fingerprint = SHA256.hex(
      of: "few-shot, \(self.name), \(ways), \(chosen), \(turned), \(data.identity(&digests))")
  }

  public var inputs: Int { pool[0].data.inputSize }
  public var outputs: Int { ways }

  /// How many classes tasks are drawn from.
  public var classes: Int { pool.count }

  public func episodes(
    _ tasks: Int, support: Int, query: Int, _ random: inout Random
  ) -> Episodes {
    var drawn: (support: [Draw], query: [Draw]) = ([], [])
    for _ in 0..<tasks {
      for (label, member) in random.distinct(ways, below: pool.count).enumerated() {
        let positions = pool[member].positions
        require(
          positions.count >= support + query,
          "a class of \(positions.count) images has not \(support) for support and \(query) for query"
        )
        let picks = random.distinct(support + query, below: positions.count).map {
          Draw(member: member, position: positions[$0], label: label)
        }
        drawn.support += picks[..<support]
        drawn.query += picks[support...]
      }
    }
    return Episodes(
      support: examples(drawn.support, tasks: tasks), query: examples(drawn.query, tasks: tasks))
  }

  /// An image drawn for a task.
  private struct Draw {
    let member: Int
    let position: Int
    let label: Int
  }

  private func examples(_ draws: [Draw], tasks: Int) -> Examples {
    let none = Tensor.zeros([0, inputs])
    let images = draws.map { pool[$0.member].data.inputs(at: [$0.position]) }
    return Examples(
      inputs: .concatenated([none] + images).reshaped([tasks, draws.count / tasks, inputs]),
      targets: .labels(draws.map(\.label)))
  }
}

extension Dataset {
  /// The same square images turned counter-clockwise by quarters of a circle: pixels change places, and none
  /// is made of several.
  fileprivate func turned(quarters: Int) -> Dataset {
    if quarters == 0 { return self }
    let side = width
    var order = Array(0..<side * side)
    for _ in 0..<quarters {
      order = (0..<side * side).map { order[$0 % side * side + side - 1 - $0 / side] }
    }
    return transformed(.permutation(order))
  }
}

extension Random {
  /// `count` different numbers of 0..<n, in a random order.
  fileprivate mutating func distinct(_ count: Int, below n: Int) -> [Int] {
    var taken: [Int] = []
    while taken.count < count {
      let next = below(n)
      if !taken.contains(next) { taken.append(next) }
    }
    return taken
  }
}
