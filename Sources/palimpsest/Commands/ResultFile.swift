import ArgumentParser
import Foundation

/// The file that a flag such as `--out` names, known to be writable before anything runs.
struct ResultFile {
  private let path: String

  /// - Throws: `ValidationError` when no file can be made there.
  init(_ path: String, flag: String = "--out") throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    let files = FileManager.default
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw ValidationError("\(flag) \(path): there is no folder \(folder). Make it first.")
    }
    if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw ValidationError("\(flag) \(path) is a folder. Name a file in it.")
    }
    guard files.isWritableFile(atPath: folder) else {
      throw ValidationError("\(flag) \(path): nothing can be written to \(folder).")
    }
    self.path = path
  }

  /// Writes under another name and renames: the file is whole or not there.
  func write(_ record: any Encodable) throws {
    try record.json().write(to: URL(filePath: path), options: .atomic)
  }
}
