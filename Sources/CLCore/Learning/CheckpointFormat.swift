/// The version of what checkpoints are made of.
///
/// Format 1, which did not state its number, knew streams by a CRC-32 and families by their names alone, and its
/// methods held back other samples than they do now: a run begun with it would end with the results of neither
/// version, and so it is not continued. Format 2 kept the network in use among those of separate networks, and
/// declared passes instead of counting them.
enum CheckpointFormat {
  static let newest = 3

  /// Throws `RunError.otherFormat` unless the format under `key` is the newest; where there is none, it is 1.
  static func check<Key>(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws {
    let format = try container.decodeIfPresent(Int.self, forKey: key) ?? 1
    guard format == newest else { throw RunError.otherFormat(format, known: newest) }
  }
}
