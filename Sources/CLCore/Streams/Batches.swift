/// Mini-batches of the positions 0..<count, in an order shuffled anew for every epoch.
///
/// Endless by default, for protocols that count iterations: each epoch's last batch is filled up
/// from the next epoch, so that all batches are of one size and no sample is left out. With
/// `epochs`, that last batch is shorter instead, and the sequence ends.
///
/// Its saved form is a few numbers, whatever the count: the order is drawn again on loading.
public struct Batches: Sequence, IteratorProtocol, Sendable, Equatable {
  /// How many samples an epoch has.
  public let count: Int
  /// Samples in a batch.
  public let size: Int
  /// After how many epochs the sequence ends; nil is never.
  public let epochs: Int?
  /// Epochs begun so far, at least 1.
  public private(set) var epoch = 1
  private var epochStart: Random
  private var random: Random
  private var order: [Int]
  private var used = 0

  /// The first batch of the first epoch is next.
  public init(count: Int, size: Int, epochs: Int? = nil, random: Random) {
    require(
      count > 0 && size > 0, "batches need samples and a size, got \(count) and \(size)")
    self.count = count
    self.size = size
    self.epochs = epochs
    epochStart = random
    self.random = random
    order = self.random.permutation(count)
  }

  /// The positions of the next batch, or nil after the last epoch.
  public mutating func next() -> [Int]? {
    if let epochs {
      if used == count { shuffle() }
      guard epoch <= epochs else { return nil }
      return take(size)
    }
    return nextEndless()
  }

  /// The positions of the next batch of an endless sequence, always `size` of them.
  public mutating func nextEndless() -> [Int] {
    var batch: [Int] = []
    batch.reserveCapacity(size)
    while batch.count < size {
      if used == count { shuffle() }
      batch += take(size - batch.count)
    }
    return batch
  }

  private mutating func shuffle() {
    epoch += 1
    epochStart = random
    order = random.permutation(count)
    used = 0
  }

  private mutating func take(_ wanted: Int) -> [Int] {
    let end = Swift.min(used + wanted, count)
    defer { used = end }
    return Array(order[used..<end])
  }
}

extension Batches: Codable {
  private enum Key: String, CodingKey {
    case count, size, epochs, epoch, random, used
  }

  /// Loads a saved sequence and draws the running epoch's order again.
  ///
  /// - Throws: `DecodingError` when the numbers contradict each other.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let count = try values.decode(Int.self, forKey: .count)
    let size = try values.decode(Int.self, forKey: .size)
    let used = try values.decode(Int.self, forKey: .used)
    guard count > 0, size > 0, (0...count).contains(used) else {
      throw DecodingError.dataCorruptedError(
        forKey: .used, in: values,
        debugDescription: "no batches of \(size) with \(used) of \(count) samples used")
    }
    self.init(
      count: count, size: size, epochs: try values.decodeIfPresent(Int.self, forKey: .epochs),
      random: try values.decode(Random.self, forKey: .random))
    epoch = try values.decode(Int.self, forKey: .epoch)
    self.used = used
  }

  /// Saves where the sequence stands.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(count, forKey: .count)
    try values.encode(size, forKey: .size)
    try values.encodeIfPresent(epochs, forKey: .epochs)
    try values.encode(epoch, forKey: .epoch)
    try values.encode(epochStart, forKey: .random)
    try values.encode(used, forKey: .used)
  }
}
