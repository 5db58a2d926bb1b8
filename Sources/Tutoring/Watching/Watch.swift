import Foundation

/// Waits for the learner's file to be saved and for keys, in turn.
package struct Watch {
  /// How often it looks, in milliseconds: a save is answered within three of them.
  static let interval: Int32 = 80

  private var session: Session
  private let keys: SingleKeys?

  /// A watch over `session`; without `keys` it goes on until it is interrupted.
  package init(_ session: Session, keys: SingleKeys?) {
    self.session = session
    self.keys = keys
  }

  /// Watches until the learner leaves.
  /// - Throws: ``ExerciseError``, and what reading and writing the workbook throws.
  package mutating func run() throws {
    try session.open()
    while true {
      if let key = key() {
        guard try session.take(key) else { return }
        continue
      }
      // A file that is gone is on its way back: editors replace what they save.
      guard let now = Stamp(session.file), now != session.checked else { continue }
      // Saved in two steps, it is looked at after the second.
      usleep(20_000)
      guard Stamp(session.file) == now else { continue }
      try session.check()
    }
  }

  private func key() -> Character? {
    if let keys { return keys.next(within: Self.interval) }
    usleep(UInt32(Self.interval) * 1000)
    return nil
  }
}
