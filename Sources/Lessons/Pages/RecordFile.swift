import Foundation

/// The folder of one chapter's output and the record in it.
///
/// A record is written under another name and renamed, so that whoever stops the run finds the last whole
/// one. The lock lets the answer to Ctrl-C wait for a record or a figure that has been begun.
package final class RecordFile: Sendable {
  package let folder: URL
  /// The folder as the reader typed it or would.
  package let shownFolder: String
  private let busy = NSLock()

  /// Makes the folder if it is not there.
  /// - Throws: ``OutputError`` when it cannot be made or written to.
  package init(folder: URL, shownAs shown: String) throws(OutputError) {
    self.folder = folder
    shownFolder = shown
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputError(doing: "make the folder \(shown)", because: error)
    }
  }

  package func write(_ record: Record) throws(OutputError) {
    try undisturbed { () throws(OutputError) in
      do {
        try record.json().write(to: folder.appending(path: "cells.json"), options: .atomic)
      } catch {
        throw OutputError(doing: "write \(shownFolder)/cells.json", because: error)
      }
    }
  }

  /// Runs `body` to its end before Ctrl-C is answered, and one at a time.
  package func undisturbed<Result, Failure: Error>(_ body: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    busy.lock()
    defer { busy.unlock() }
    return try body()
  }
}

/// The output folder cannot be made or written to.
public struct OutputError: Error, CustomStringConvertible {
  /// What could not be done, why, and what to do.
  public let description: String

  init(doing action: String, because error: any Error) {
    description = """
      cannot \(action): \(error.systemReason)
      Make room or give another folder: OUTPUT=some/folder
      """
  }
}
