import Foundation

/// Which task each weight belongs to: every weight has one owner or none.
///
/// The matrices below the head are what tasks share out among themselves. The biases below the head
/// belong to the first task: too few to be worth sharing out, and a bias that went on learning would
/// move every earlier task. A weight of the head belongs to the task of its output.
public struct Ownership: Sendable, Equatable {
  /// The owner of each weight: a task counted from 1, or 0 for nobody, [P].
  public private(set) var owners: [UInt8]

  /// Before the first task: the matrices below the head belong to nobody.
  public init(_ layout: Layout, outputsOfTask: [Range<Int>]) {
    require(
      outputsOfTask.count < 256,
      "an owner is kept in a byte: \(outputsOfTask.count) tasks are too many")
    owners = [UInt8](repeating: 1, count: layout.count)
    for slot in layout.hiddenMatrices {
      for i in slot.range { owners[i] = 0 }
    }
    for entry in layout.entries where entry.role == .head {
      for i in entry.slot.range {
        let output = entry.output(at: i)
        let task = outputsOfTask.firstIndex { $0.contains(output) } ?? 0
        owners[i] = UInt8(task + 1)
      }
    }
  }

  /// Gives all weights that belong to nobody to `owner`.
  public mutating func claim(for owner: Int) {
    for i in owners.indices where owners[i] == 0 { owners[i] = UInt8(owner) }
  }

  /// Takes from `owner` its weights of least magnitude, and sets them to 0, until it keeps as many as
  /// `counts` says of each matrix below the head. Of equal magnitudes the later ones are kept.
  public mutating func prune(
    _ theta: inout Tensor, of owner: Int, keeping counts: [Int], in layout: Layout
  ) {
    let magnitudes = theta.magnitude
    theta.write { theta in
      magnitudes.read { magnitudes in
        for (slot, count) in zip(layout.hiddenMatrices, counts) {
          let own = places(of: owner, in: slot)
          let least = own.sorted { (magnitudes[$0], $0) < (magnitudes[$1], $1) }
          for i in least.prefix(max(0, own.count - count)) {
            owners[i] = 0
            theta[i] = 0
          }
        }
      }
    }
  }

  /// How many weights of each matrix below the head `owner` has; 0 asks for those of nobody.
  public func held(by owner: Int, in layout: Layout) -> [Int] {
    layout.hiddenMatrices.map { places(of: owner, in: $0).count }
  }

  /// 1 where the owner's number lies in `range`, else 0: [P].
  public func mask(_ range: ClosedRange<Int>) -> Tensor {
    Tensor(owners.map { range.contains(Int($0)) ? 1 : 0 })
  }

  /// Follows the weights into a wider network: weights below the head that are new belong to nobody.
  mutating func carry(from old: Layout, to new: Layout, _ outputsOfTask: [Range<Int>]) {
    var fresh = Ownership(new, outputsOfTask: outputsOfTask)
    for entry in new.entries where entry.role != .head {
      for i in entry.slot.range { fresh.owners[i] = 0 }
    }
    let carried = new.carry(
      Tensor(owners.map { Real($0) }), from: old, fresh: Tensor(fresh.owners.map { Real($0) }))
    owners = carried.values.map { UInt8($0) }
  }

  private func places(of owner: Int, in slot: Slot) -> [Int] {
    slot.range.filter { owners[$0] == UInt8(owner) }
  }
}

extension Layout {
  /// The matrices below the head, from the input on.
  var hiddenMatrices: [Slot] {
    entries.filter { $0.role == .body && $0.slot.shape.rank == 2 }.map(\.slot)
  }
}

extension Ownership: Codable {
  /// Writes one byte a weight.
  public func encode(to encoder: any Encoder) throws {
    KeptCounter.of(encoder)?.add(numbers: (owners.count + 3) / 4)
    var container = encoder.singleValueContainer()
    try container.encode(Data(owners))
  }

  /// Reads what `encode` wrote; throws `DecodingError` when it is something else.
  public init(from decoder: any Decoder) throws {
    owners = [UInt8](try decoder.singleValueContainer().decode(Data.self))
  }
}
