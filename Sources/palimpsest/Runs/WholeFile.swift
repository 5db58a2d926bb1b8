import Foundation

/// Files that appear whole or not at all: written under another name, brought to the disk, renamed.
package enum WholeFile {
  /// Replaces the file at `path`.
  ///
  /// A process that is killed on the way leaves at most the other name behind, which the next write takes
  /// over.
  /// - Throws: `RunFolderError.cannotWrite`; the file is then as it was.
  package static func write(_ data: Data, to path: String) throws(RunFolderError) {
    let partial = path + ".partial"
    let file = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: errno) }
    var failure = put(data, into: file)
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(partial, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(partial)
      throw .cannotWrite(path: path, reason: failure)
    }
  }

  /// Writes all bytes; gives the system's reason if it could not, else 0.
  private static func put(_ data: Data, into file: Int32) -> Int32 {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let written = unsafe_write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if written < 0 && errno == EINTR { continue }
        if written < 0 { return errno }
        done += written
      }
      return 0
    }
  }

  private static func unsafe_write(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    Foundation.write(file, start, count)
  }
}
