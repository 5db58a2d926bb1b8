/// Where a weight lives in the flat vector θ.
public struct Slot: Hashable, Sendable, Codable {
  /// The first number's place in θ.
  public let offset: Int
  /// The weight's own shape.
  public let shape: Shape

  /// The numbers of θ from `offset` on, as a tensor of `shape`.
  public init(offset: Int, shape: Shape) {
    self.offset = offset
    self.shape = shape
  }

  /// Its places in θ.
  public var range: Range<Int> { offset..<offset + shape.count }

  /// The place of so many copies of the weight in as many θ stacked weight by weight: [copies, …].
  public func stacked(_ copies: Int) -> Slot {
    Slot(offset: copies * offset, shape: shape.stacked(copies))
  }
}

/// How a weight starts.
public enum Initial: Hashable, Sendable, Codable {
  /// Uniform in [−bound, bound].
  case uniform(bound: Double)
  /// Normal with this standard deviation, redrawn beyond two of them.
  case truncatedNormal(deviation: Double)
  /// The same number everywhere.
  case constant(Double)

  /// Uniform within 1/√fanIn, for weights and biases alike: what PyTorch's `nn.Linear` does by
  /// default, and so what most published continual-learning results start from.
  public static func fanIn(_ inputs: Int) -> Initial {
    .uniform(bound: 1 / Double(inputs).squareRoot())
  }

  /// Uniform within √(6 / (inputs + outputs)): the variance of neither the signals nor their errors
  /// changes much from layer to layer (Glorot and Bengio 2010).
  public static func glorot(_ inputs: Int, _ outputs: Int) -> Initial {
    .uniform(bound: (6 / Double(inputs + outputs)).squareRoot())
  }
}

/// The plan of the flat vector θ: which weight lives where, and how it starts.
///
/// θ is one vector so that what continual learning does with weights (a Fisher information, a dot
/// product of gradients, a mask, an old model) is one operation on a vector each.
public struct Layout: Hashable, Sendable, Codable {
  /// What a weight is for.
  public enum Role: String, Sendable, Codable {
    /// It belongs to what the tasks share.
    case body
    /// It leads into outputs of the network, one for each place along its last axis.
    case head
    /// It is not learnt but measured on the way.
    case statistic
  }

  /// A weight of the network.
  public struct Entry: Hashable, Sendable {
    /// Its name, unique in the layout, such as `hidden1.weight`.
    public let name: String
    /// Its place and shape.
    public let slot: Slot
    /// How it starts.
    public let initial: Initial
    /// What it is for.
    public let role: Role
    /// Of a weight of the head: the output that the first place along its last axis leads into.
    public let firstOutput: Int
  }

  /// All weights, in the order of θ.
  public private(set) var entries: [Entry] = []

  /// A plan without weights.
  public init() {}

  /// How many numbers θ holds.
  public var count: Int { entries.last.map(\.slot.range.upperBound) ?? 0 }

  /// The weight of this name.
  public subscript(name: String) -> Slot? { entries.first { $0.name == name }?.slot }

  /// Adds a weight at the end of θ.
  ///
  /// - Parameter firstOutput: of a weight of the head, the output that the first place along its last axis
  ///   leads into.
  public mutating func add(
    _ name: String, _ shape: Shape, _ initial: Initial, role: Role = .body, firstOutput: Int = 0
  ) -> Slot {
    require(self[name] == nil, "the layout already has a weight called \(name)")
    require(
      role != .head || (shape.rank > 0 && firstOutput >= 0),
      "\(name) of shape \(shape) cannot lead into the outputs from \(firstOutput) on")
    let slot = Slot(offset: count, shape: shape)
    entries.append(
      Entry(name: name, slot: slot, initial: initial, role: role, firstOutput: firstOutput))
    return slot
  }

  /// Gives the weight in `slot` the role of a head's; its last axis leads into outputs from `firstOutput` on.
  package mutating func declareHead(_ slot: Slot, firstOutput: Int) {
    for (i, entry) in entries.enumerated() where entry.slot == slot {
      entries[i] = Entry(
        name: entry.name, slot: slot, initial: entry.initial, role: .head, firstOutput: firstOutput)
    }
  }

  /// A fresh θ, [count].
  public func initial(_ random: inout Random) -> Tensor {
    var theta = Tensor.zeros([count])
    theta.write { numbers in
      for entry in entries {
        for i in entry.slot.range {
          switch entry.initial {
          case .uniform(let bound): numbers[i] = Real(random.uniform(in: -bound...bound))
          case .truncatedNormal(let deviation):
            numbers[i] = Real(deviation * random.truncatedNormal())
          case .constant(let value): numbers[i] = Real(value)
          }
        }
      }
    }
    return theta
  }

  /// The vector `old`, laid out by `layout`, under this layout: a weight that both have keeps its
  /// numbers, in the leading block along every axis if it has grown, and the rest is taken from `fresh`.
  ///
  /// θ, a Fisher information, an old θ*, a mask and an optimiser's moments are carried alike.
  public func carry(_ old: Tensor, from layout: Layout, fresh: Tensor) -> Tensor {
    require(
      old.count == layout.count && fresh.count == count,
      "carry: \(old.count) and \(fresh.count) numbers for layouts of \(layout.count) and \(count)")
    var result = fresh
    result.write { numbers in
      for entry in entries {
        guard let source = layout[entry.name] else { continue }
        for (i, j) in entry.slot.shape.placesShared(with: source.shape) {
          numbers[entry.slot.offset + i] = old[source.offset + j]
        }
      }
    }
    return result
  }
}

extension Shape {
  /// For each number of the block that tensors of this shape and of `other` share, leading along
  /// every axis: its places in the two.
  fileprivate func placesShared(with other: Shape) -> [(Int, Int)] {
    require(rank == other.rank, "carry: a weight of shape \(other) has become one of \(self)")
    return zip(axes, other.axes).reduce([(0, 0)]) { places, axis in
      places.flatMap { i, j in
        (0..<min(axis.0, axis.1)).map { (i * axis.0 + $0, j * axis.1 + $0) }
      }
    }
  }
}

extension Layout.Entry: Codable {
  /// Reads a weight; one saved before weights had roles is of the head if its layer is called `head`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    slot = try container.decode(Slot.self, forKey: .slot)
    initial = try container.decode(Initial.self, forKey: .initial)
    role =
      try container.decodeIfPresent(Layout.Role.self, forKey: .role)
      ?? (name.hasPrefix("head.") ? .head : .body)
    firstOutput = try container.decodeIfPresent(Int.self, forKey: .firstOutput) ?? 0
    guard role != .head || (slot.shape.rank > 0 && firstOutput >= 0) else {
      throw DecodingError.dataCorruptedError(
        forKey: .role, in: container,
        debugDescription: "\(name) of shape \(slot.shape) leads into outputs from \(firstOutput) on"
      )
    }
  }

  /// The output that one of its numbers leads into, if it is a weight of the head; `place` is a place in θ.
  package func output(at place: Int) -> Int { firstOutput + (place - slot.offset) % slot.shape[-1] }
}

extension Layout {
  private enum CodingKeys: String, CodingKey { case entries }

  /// Reads the entries; throws `DecodingError` unless each weight begins where the one before it
  /// ends and has a name of its own, for all that is laid out by a layout trusts in that.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    for entry in try container.decode([Entry].self, forKey: .entries) {
      guard self[entry.name] == nil, entry.slot.offset == count,
        count.addingReportingOverflow(entry.slot.shape.count).overflow == false
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .entries, in: container,
          debugDescription: "\(entry.name) at \(entry.slot.offset) does not follow \(count)")
      }
      entries.append(entry)
    }
  }
}

extension Tensor {
  /// The weight in this slot of θ; nothing is copied.
  public subscript(slot: Slot) -> Tensor { part(from: slot.offset, slot.shape) }
}
