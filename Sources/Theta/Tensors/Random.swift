/// The book's one source of chance: SplitMix64 (Steele, Lea and Flood, 2014), 64 bits of state.
///
/// The standard library's generators and `Float.random` may change their bits between toolchains;
/// these never do. Distributions stand in `Distributions.swift` and use only IEEE basic
/// operations, so a seed gives the same numbers on every machine.
public struct Random: RandomNumberGenerator, Sendable, Codable, Equatable {
  private var state: UInt64

  /// The reference generator started at `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// A stream of its own for one purpose: streams of different names, indices or seeds start at
  /// unrelated points of the cycle, so drawing more from one never shifts another.
  ///
  /// - Parameters:
  ///   - seed: the run's seed.
  ///   - name: what the numbers are for, such as `"initialisation"`.
  ///   - index: which one of several equal purposes, such as a task's number.
  public init(seed: UInt64, _ name: String, _ index: Int = 0) {
    let purpose = Random.fingerprint(name) &+ UInt64(bitPattern: Int64(index)) &* Random.gamma
    state = Random.mix(Random.mix(seed &+ Random.gamma) ^ Random.mix(purpose))
  }

  /// A stream of its own for one purpose, made from where this one stands; nothing is drawn from this.
  public func substream(_ name: String, _ index: Int = 0) -> Random {
    Random(seed: state, name, index)
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= Random.gamma
    return Random.mix(state)
  }

  /// The odd number nearest to 2⁶⁴ divided by the golden ratio.
  private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A bijection of 64 bits in which every input bit moves about half of the output bits.
  private static func mix(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// FNV-1a over the name's UTF-8 (Fowler, Noll and Vo). Swift's own `Hasher` is seeded anew in
  /// every process and cannot serve.
  private static func fingerprint(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
