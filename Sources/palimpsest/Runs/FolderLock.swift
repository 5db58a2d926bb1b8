import Foundation
import Synchronization

/// A folder taken for one process at a time. The system gives it back when the process ends, however it
/// ends, so that no lock is ever left behind.
package final class FolderLock: Sendable {
  /// The open file, until the folder is given back.
  private let file: Mutex<Int32?>

  /// Takes the folder.
  ///
  /// - Throws: `RunFolderError.busy` when another process has it, `.cannotWrite` when nothing can be written
  ///   there.
  package init(_ folder: String) throws(RunFolderError) {
    let path = folder + "/.lock"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let owner = FileManager.default.contents(atPath: path).map {
        String(decoding: $0, as: UTF8.self)
      }
      close(file)
      throw .busy(folder: folder, process: owner ?? "unknown")
    }
    // Who has it is told for people alone: whether it is taken is known to the system.
    let name = "\(ProcessInfo.processInfo.processIdentifier)"
    ftruncate(file, 0)
    _ = name.withCString { pwrite(file, $0, name.utf8.count, 0) }
    self.file = Mutex(file)
  }

  /// Gives the folder back, whoever still refers to this lock.
  package func release() {
    file.withLock { file in
      if let file { close(file) }
      file = nil
    }
  }

  deinit { release() }
}
