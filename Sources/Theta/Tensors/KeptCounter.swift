import Foundation

/// Counts what a value would save instead of saving it: the numbers of its tensors, and the samples of its memories.
/// It is handed to an encoder's `userInfo`.
package final class KeptCounter {
  /// Numbers of 4 bytes.
  package private(set) var numbers = 0
  /// Training samples.
  package private(set) var samples = 0

  /// What `value` would save.
  package init(_ value: some Encodable) {
    let encoder = JSONEncoder()
    guard let key = CodingUserInfoKey.keptCounter else { return }
    encoder.userInfo[key] = Unchecked(counter: self)
    // An infinite number among the settings must not end the count.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    // What cannot be saved is found out when it is saved.
    _ = try? encoder.encode([value])
  }

  /// The counter that an encoder was given.
  package static func of(_ encoder: any Encoder) -> KeptCounter? {
    CodingUserInfoKey.keptCounter.flatMap { (encoder.userInfo[$0] as? Unchecked)?.counter }
  }

  package func add(numbers: Int) { self.numbers += numbers }
  package func add(samples: Int) { self.samples += samples }

  /// Something in place of what was counted, for an encoder wants each value to write something.
  package func writeNothing(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(0)
  }

  /// An encoder works on the thread that calls it.
  private struct Unchecked: @unchecked Sendable { let counter: KeptCounter }
}

extension CodingUserInfoKey {
  fileprivate static let keptCounter = CodingUserInfoKey(rawValue: "palimpsest.kept")
}
