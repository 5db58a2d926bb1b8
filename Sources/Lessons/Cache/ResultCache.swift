import Foundation
import Hashing

/// The results of a chapter's blocks, kept from run to run: a file a job, named by a hash of all that the
/// result depends on.
///
/// A file is written under another name and renamed, so two runs at once or one that is stopped leave whole
/// files only; it begins with the hash of what follows, so one that was damaged is known and not used.
package struct ResultCache: Sendable {
  /// A result, and how many seconds it took to come by.
  package struct Entry: Equatable, Sendable {
    /// The value's bytes.
    package let value: Data
    /// Seconds of work.
    package let seconds: Double

    package init(value: Data, seconds: Double) { (self.value, self.seconds) = (value, seconds) }
  }

  private let folder: URL

  /// Results kept in `folder`, which is made when the first one is written.
  package init(folder: URL) { self.folder = folder }

  /// What is kept under a key; nil when nothing is.
  /// - Throws: ``DamagedResult`` when something is and cannot be used.
  package func read(_ key: String) throws(DamagedResult) -> Entry? {
    let file = file(key)
    guard let bytes = try? Data(contentsOf: file) else {
      if FileManager.default.fileExists(atPath: file.path) { throw DamagedResult() }
      return nil
    }
    let head = bytes.prefix(64 + 8)
    let value = bytes.dropFirst(64 + 8)
    guard head.count == 64 + 8, let seconds = Double.numbers(head.suffix(8))?.first,
      String(decoding: head.prefix(64), as: UTF8.self) == Self.seal(key, seconds, value)
    else { throw DamagedResult() }
    // So that what is used last is removed last.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
    return Entry(value: value, seconds: seconds)
  }

  /// Keeps a result. A disk without room loses nothing but time, so it is no error.
  package func write(_ entry: Entry, _ key: String) {
    let seal = Self.seal(key, entry.seconds, entry.value)
    let bytes = Data(seal.utf8) + Double.bytes([entry.seconds]) + entry.value
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? bytes.write(to: file(key), options: .atomic)
  }

  /// Removes the results used longest ago until no more than `bytes` are left.
  package func shrink(to bytes: Int) {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: Array(keys))
    let known = (files ?? []).compactMap { file in
      (try? file.resourceValues(forKeys: keys)).map { facts in
        (file, size: facts.fileSize ?? 0, used: facts.contentModificationDate ?? .distantPast)
      }
    }
    var left = bytes
    for (file, size, _) in known.sorted(by: { $0.used > $1.used }) {
      left -= size
      if left < 0 { try? FileManager.default.removeItem(at: file) }
    }
  }

  private func file(_ key: String) -> URL { folder.appending(path: key) }

  /// The hash of an entry together with its name: a file that was renamed is damaged too.
  private static func seal(_ key: String, _ seconds: Double, _ value: Data) -> String {
    SHA256.hex(of: Data(key.utf8) + Double.bytes([seconds]) + value)
  }
}

/// A kept result that is not what was written.
package struct DamagedResult: Error, Equatable {}
