import Foundation

/// Where a chapter's source lies in its package.
struct ChapterPlace {
  /// The package's folder.
  let root: URL
  /// The source, relative to ``root``.
  let name: String

  /// - Parameter source: the path that the compiler saw.
  /// - Throws: ``SourceError`` when no folder above holds a `Package.swift`.
  init(_ source: String) throws(SourceError) {
    let file = URL(filePath: source).standardizedFileURL
    var folder = file.deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        root = folder
        name = String(file.path.dropFirst(folder.path.count + 1))
        return
      }
      folder.deleteLastPathComponent()
    }
    throw SourceError(
      file: source, line: nil,
      problem: "lies in no Swift package any more; build the chapter where it is now")
  }

  /// The folder for the chapter's output: `output/chapter-N` in the package, or below what the reader named.
  func recordFile(of chapter: Int, output: String?) throws(OutputError) -> RecordFile {
    let folder = output.map { URL(filePath: $0) } ?? root.appending(path: "output")
    return try RecordFile(
      folder: folder.appending(path: "chapter-\(chapter)"),
      shownAs: "\(output ?? "output")/chapter-\(chapter)")
  }
}
