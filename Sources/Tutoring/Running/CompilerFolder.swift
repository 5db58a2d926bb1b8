import Foundation

/// A folder for the compiler's own temporary files, with a path in ASCII: swiftc crashes when that of `TMPDIR` is not,
/// and many homes are called José or 桌面.
struct CompilerFolder {
  let path: String
  private let isOwn: Bool

  /// `folder` itself where its path will do, else a new folder in `/tmp`.
  /// - Throws: ``ExerciseError`` when none can be made.
  init(near folder: URL) throws(ExerciseError) {
    isOwn = !folder.path.utf8.allSatisfy { $0 < 0x80 }
    guard isOwn else {
      path = folder.path
      return
    }
    var name = Array("/tmp/palimpsest-XXXXXX".utf8CString)
    guard let made = mkdtemp(&name).map({ String(cString: $0) }) else {
      throw ExerciseError(
        "The compiler needs a folder in /tmp for its temporary files, and none can be made there: "
          + String(cString: strerror(errno)))
    }
    path = made
  }

  /// Removes the folder if it was made for this.
  func remove() { if isOwn { try? FileManager.default.removeItem(atPath: path) } }
}
